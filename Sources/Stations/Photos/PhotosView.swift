import Web

/// The pictures of a text, each with what is to be seen on it.
struct PhotosView {
    let photos: [StationPhoto]
    let address: (StationPhoto) -> Address

    /// Loaded when they come into sight: the telephone number must not wait for them.
    var html: HTML {
        """
        \(each: photos, { photo in
            """
            <img class="photo" src="\(address: address(photo))" alt="\(photo.description)" width="\(photo.width)" \
            height="\(photo.height)" loading="lazy">

            """
        })
        """
    }
}
