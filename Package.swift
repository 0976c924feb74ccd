// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Aula",
  products: [
    .library(name: "AulaCore", targets: ["AulaCore"]),
    .executable(name: "autoencoder-demo", targets: ["autoencoder-demo"]),
    .executable(name: "aula-bench", targets: ["aula-bench"]),
  ],
  targets: [
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "CLibraries", dependencies: ["CKernels"]),
    .target(name: "TensorKit", dependencies: ["CKernels", "CLibraries"]),
    .target(name: "Graph", dependencies: ["TensorKit"]),
    .target(name: "AulaCore", dependencies: ["Graph", "TensorKit"]),
    .executableTarget(name: "autoencoder-demo", dependencies: ["AulaCore"]),
    .target(name: "CBenchmark", dependencies: ["CKernels"]),
    .executableTarget(name: "aula-bench", dependencies: ["AulaCore", "CBenchmark"]),
    .testTarget(name: "TensorKitTests", dependencies: ["TensorKit", "CKernels", "CLibraries"]),
    .testTarget(name: "GraphTests", dependencies: ["AulaCore"]),
  ],
  swiftLanguageModes: [.v6]
)
