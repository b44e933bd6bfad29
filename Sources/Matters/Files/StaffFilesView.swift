import Domain
import Web

/// The files of a matter on the answer screen: the reporter's beside her words, the offices' beside the answer.
struct StaffFilesView {
    let screen: MatterScreen
    let context: AppContext

    private var shown: ShownMatter { screen.shown }
    private var page: String { shown.matter.number.staffAddress.text }

    var reporters: HTML {
        let files = shown.files.filter(\.isReporters)
        return "\(FilesView(files: files, page: page).html)\(each: mayRelease ? files.filter(\.isPhoto) : [], release)"
    }

    var offices: HTML { FilesView(files: shown.files.filter { !$0.isReporters }, page: page).html }

    private var mayRelease: Bool { !shown.relations.isDisjoint(with: ReleasePhoto.relations) }

    /// Whether the handler, who is blind to the reporter, sees it: decided for each photo by somebody who has looked.
    private func release(_ file: ShownFile) -> HTML {
        guard !file.isReleased else { return "<p class=\"hint\">“\(file.description)”：办事的单位能看到。</p>" }
        return context.parts(prefix: "file-\(file.id)-").form(
            action: FilesView.address(file, under: page).text + "/release", version: shown.matter.version,
            submit: "给办事的单位看这张", "<p class=\"hint\">“\(file.description)”：办事的单位看不到。照片上能认出本人的，先不要给。</p>")
    }
}
