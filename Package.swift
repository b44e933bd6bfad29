// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// Parts of our own are named by their folder in Sources; parts from elsewhere by name and package.
func part(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: ["TestSupport"] + dependencies, swiftSettings: strict)
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// What every feature may stand on. Features never depend on each other.
let ground: [Target.Dependency] = [
    "Domain", "Database", "Web", "Directory", "Outbox", "Record", "Secrets", "Search", "Files", "Paper",
    hummingbird,
]
let features: [Target.Dependency] = ["Matters", "Stations", "Deputies", "Publicity", "Administration"]

let package = Package(
    name: "lianxin",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "lianxin", targets: ["lianxin"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        part("Domain", []),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        part("Database", ["CPostgres", .product(name: "GRDB", package: "GRDB.swift"), logging]),
        part("Schema", ["Database"]),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        part("Web", ["Domain", "Database", "CQRencode", hummingbird, crypto, logging], resources: [.copy("Assets")]),
        part("Secrets", ["Domain", "Database", crypto, cryptoExtras]),
        part("Record", ["Domain", "Database", "Secrets", crypto]),
        part("Search", ["Domain", "Database"]),
        part(
            "Directory",
            ["Domain", "Database", "Record", "Secrets", crypto, .product(name: "SwiftCSV", package: "SwiftCSV")],
            resources: [.copy("Resources")]
        ),
        // libcurl and libvips speak through functions of variable length, which Swift cannot call.
        .systemLibrary(name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CCurl", dependencies: ["CLibcurl"]),
        .systemLibrary(name: "CLibvips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
        .target(name: "CVips", dependencies: ["CLibvips"]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        part("Files", ["Domain", "Database", "Record", "Secrets", "CVips", crypto, httpClient]),
        part("Outbox", ["Domain", "Database", "Record", "Secrets", "Directory", "CCurl", crypto, httpClient, logging]),
        part("Paper", ["Domain", "Database", "Web", "CZip"]),
        part("Matters", ground),
        part("Stations", ground),
        part("Deputies", ground),
        part("Publicity", ground),
        part("Administration", ground),
        part(
            "App",
            ground + features + [
                "Schema", logging, crypto,
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]
        ),
        part("Demo", ground + features + ["App", "Schema"], resources: [.copy("Resources")]),
        .executableTarget(
            name: "lianxin",
            dependencies: [
                "App", "Demo", "Schema", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + ground + features,
            swiftSettings: strict
        ),

        .target(
            name: "TestSupport",
            dependencies: ground + features + [
                "App", "Schema", .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        tests("DomainTests", ["Domain"]),
        tests("DatabaseTests", ["Database", "Schema"]),
        tests("WebTests", ["Web"]),
        tests("RecordTests", ["Record", "Secrets", "Schema"]),
        tests("SearchTests", ["Search", "Schema"]),
        tests("DirectoryTests", ["Directory", "Schema"]),
        tests("FilesTests", ["Files", "Schema"]),
        tests("OutboxTests", ["Outbox", "Schema"]),
        tests("PaperTests", ["Paper"]),
        tests("MattersTests", ["Matters"]),
        tests("StationsTests", ["Stations"]),
        tests("PublicityTests", ["Publicity"]),
        tests("AdministrationTests", ["Administration", "Deputies"]),
        tests("AppTests", ["App", .product(name: "Yams", package: "Yams")]),
        tests("DemoTests", ["Demo"]),
    ]
)
