import ArgumentParser
@main struct Lianxin: AsyncParsableCommand {}
