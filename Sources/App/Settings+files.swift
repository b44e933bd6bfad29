import Domain
import Files
import Secrets

extension Settings {
    /// Where files lie where no bucket is set.
    package var filesFolder: String { dataDirectory + "/files" }

    /// The bucket as it is named to an operator; nil where files lie in the data directory.
    package var spokenBucket: String? { filesURL.map { $0 + "/" + (filesBucket ?? "") } }

    /// Where files are kept.
    package func fileStore(keys: KeyRing, clock: @escaping @Sendable () -> Instant) throws -> FileStore {
        guard let url = filesURL else { return FileStore(folder: filesFolder, keys: keys, clock: clock) }
        guard let bucket = filesBucket, let key = filesKey else {
            throw SettingsError("设置了 files_url，还要设置 files_bucket 和 files_key")
        }
        do throws(BucketSettingsError) {
            return try FileStore(
                url: url, bucket: bucket, region: filesRegion, key: BucketKey(file: key), keys: keys, clock: clock)
        } catch {
            throw SettingsError(error.description)
        }
    }
}
