// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Aula",
  products: [
    .library(name: "AulaCore", targets: ["AulaCore"]),
    .library(name: "AulaRuntime", targets: ["AulaRuntime"]),
    .executable(name: "autoencoder-demo", targets: ["autoencoder-demo"]),
    .executable(name: "aula-bench", targets: ["aula-bench"]),
  ],
  targets: [
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "CLibraries", dependencies: ["CKernels"]),
    .target(name: "TensorKit", dependencies: ["CKernels", "CLibraries"]),
    .target(name: "Graph", dependencies: ["TensorKit"]),
    .target(name: "AulaCore", dependencies: ["Graph", "TensorKit"]),
    .target(name: "Diagnostics"),
    .target(name: "Syntax", dependencies: ["Diagnostics"]),
    .target(name: "Analysis", dependencies: ["Syntax", "Graph"]),
    .target(name: "Machine", dependencies: ["Analysis", "Graph"]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .target(name: "Figures", dependencies: ["Diagnostics", "CPNG"]),
    .target(name: "Session", dependencies: ["Machine", "Figures"], exclude: ["Library"]),
    .target(name: "AulaRuntime", dependencies: ["Session", "Figures", "AulaCore"]),
    .executableTarget(name: "embedding-example", dependencies: ["AulaRuntime"]),
    .executableTarget(name: "autoencoder-demo", dependencies: ["AulaCore"]),
    .target(name: "CBenchmark", dependencies: ["CKernels"]),
    .executableTarget(name: "aula-bench", dependencies: ["AulaRuntime", "CBenchmark"]),
    .testTarget(name: "TensorKitTests", dependencies: ["TensorKit", "CKernels", "CLibraries"]),
    .testTarget(name: "GraphTests", dependencies: ["AulaCore"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Analysis", "AulaCore"]),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax"]),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis"]),
    .testTarget(name: "MachineTests", dependencies: ["Machine", "AulaCore"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
    .testTarget(name: "LanguageTests", dependencies: ["AulaRuntime", "Machine", "Syntax"], exclude: ["Programs"]),
    .testTarget(name: "FuzzTests", dependencies: ["AulaRuntime", "Syntax"]),
    .testTarget(name: "SessionTests", dependencies: ["AulaRuntime", "embedding-example"]),
  ],
  swiftLanguageModes: [.v6]
)
