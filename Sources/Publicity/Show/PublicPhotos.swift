import Database
import Domain
import Files
import Secrets
import Web

/// Photos that the head published together with the summary.
struct PublicPhotos: Sendable {
    private struct Photo: Sendable {
        var id: Int64
        var description: String
        var width: Int
        var height: Int
    }

    private let number: MatterNumber
    private let photos: [Photo]

    init(_ number: MatterNumber, in db: Transaction, keys: KeyRing) throws {
        self.number = number
        photos = try db.rows(
            """
            SELECT f.id, f.description_sealed, f.width, f.height
            FROM matter m JOIN publication p ON p.matter = m.id
            JOIN stored_file f ON f.owner_kind = 'matter' AND f.owner = m.id
            WHERE m.number = \(number.text) AND f.published_at IS NOT NULL ORDER BY f.part, f.id
            """
        ).map { row in
            let id: Int64 = try row[0]
            return Photo(
                id: id, description: try FileTable.description(try row[1], of: id, keys: keys), width: try row[2],
                height: try row[3])
        }
    }

    var html: HTML {
        guard !photos.isEmpty else { return HTML() }
        return """
            <h2>照片</h2>
            \(each: photos, { photo in
                """
                <img class="photo" src="\(address: Address("/m/\(number.text)/files/\(photo.id)"))" \
                alt="\(photo.description)" width="\(photo.width)" height="\(photo.height)" loading="lazy">

                """
            })
            """
    }
}
