/// A file that is not taken: a Chinese sentence for its field, which says what to do instead.
package struct FileRefused: Error, Hashable, Sendable {
    /// Why, for programs and tests.
    package enum Problem: String, CaseIterable, Sendable {
        /// Not one of the types we take, or not what it begins like.
        case unknownType
        /// Of a known type, but not whole.
        case broken
        case tooLarge
        /// More pixels than any camera makes: a small file that would unfold to gigabytes.
        case tooManyPixels
        case tooLong
        /// A document that would do something when it is opened.
        case active
    }

    package let problem: Problem
    /// What was wanted.
    package let kind: FileKind

    package init(_ problem: Problem, of kind: FileKind) {
        self.problem = problem
        self.kind = kind
    }

    /// What to say beside the field.
    package var message: String {
        switch (problem, kind) {
        case (.unknownType, .photo): "这个文件不是照片，请选择 JPG、PNG、WebP 或手机拍的照片"
        case (.unknownType, .voice): "这个文件不是录音，请选择手机录的语音，或直接写成文字"
        case (.unknownType, .document): "这个文件不是 PDF，也不是照片，请扫描成 PDF，或者拍一张清楚的照片"
        case (.broken, .photo): "这张照片打不开，可能没有传完整，请换一张或者重新拍"
        case (.broken, .voice): "这段录音打不开，可能没有传完整，请重新录一次"
        case (.broken, .document): "这个文件打不开，可能没有传完整，请重新扫描"
        case (.tooLarge, .photo): "照片太大，一张最多 \(FileLimits.photo >> 20) MB，请先缩小再上传"
        case (.tooLarge, .voice): "录音太大，最多 \(FileLimits.voice >> 20) MB，请录短一些"
        case (.tooLarge, .document): "文件太大，最多 \(FileLimits.document >> 20) MB，请扫描成黑白的，或者分成几份"
        case (.tooManyPixels, _): "照片的长和宽太大，请先缩小再上传"
        case (.tooLong, _): "录音最长 \(FileLimits.voiceSeconds) 秒，请录短一些，或者把剩下的写成文字"
        case (.active, _): "这个 PDF 里有会自动运行的内容，请打印后重新扫描再上传"
        }
    }
}
