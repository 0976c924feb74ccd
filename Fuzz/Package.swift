// swift-tools-version: 6.1
// A package of its own: its program has libFuzzer's `main`, which must not meet the others.
import PackageDescription

let package = Package(
  name: "AulaFuzz",
  dependencies: [.package(name: "Aula", path: "..")],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(name: "fuzz-aula", dependencies: ["CFuzzer", .product(name: "AulaRuntime", package: "Aula")]),
  ],
  swiftLanguageModes: [.v6]
)
