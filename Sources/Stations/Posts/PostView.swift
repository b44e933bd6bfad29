import Domain
import Web

struct PostView {
    let duty: StationDuty
    let post: StationPost?
    let photos: [StationPhoto]
    let parts: FormParts
    let publishing: FormParts
    let adding: FormParts
    let today: Day

    private var address: DeskAddress { DeskAddress(code: duty.station.code) }

    var html: HTML {
        """
        <h1>\(post == nil ? "写公告、动态或制度" : post?.title ?? "")</h1>
        <p class="lead">\(duty.station.name)</p>
        \(parts.summary)\(adding.summary)
        \(post.map(state))
        \(parts.form(
            action: (post.map { address.post($0.id) } ?? address.posts).text, version: post?.version,
            submit: "保存，等站长审核", keep: "post", fields))
        \(post.map(pictures) ?? "<p class=\"hint\">先保存，再添照片。</p>")
        <p><a href="\(address: address.desk)">回到本站</a></p>
        """
    }

    private func state(_ post: StationPost) -> HTML {
        """
        <p>\(PostWords.label(post))</p>
        \(post.review.map { ReviewLine(review: $0, today: today).html })
        <p class="detail">\(post.body)</p>
        \(PhotosView(photos: photos) { address.photo($0.id, of: post.id) }.html)
        \(next(post))
        <h2>修改</h2>
        \(if: post.state == .published, Notice.warning("改动保存后，这一篇会先从公众页面上拿下，站长审核后再发布。"))
        """
    }

    private func pictures(_ post: StationPost) -> HTML {
        """
        <h2 id="photos">照片</h2>
        \(each: photos, { photo in
            adding.form(
                action: address.photo(photo.id, of: post.id, "/removal").text, version: post.version,
                submit: "去掉这张", "<p>\(photo.description)（宽 \(photo.width)，高 \(photo.height)）</p>")
        })
        \(adding.form(
            action: address.post(post.id, "/photos").text, version: post.version, submit: "添上这张照片", hasFile: true,
            pictureFields))
        \(if: post.state == .published, Notice.warning("添或去照片后，这一篇会先从公众页面上拿下，站长审核后再发布。"))
        """
    }

    private var pictureFields: HTML {
        let everybody = "发布后人人都能看到"
        return """
            \(adding.photoField("photo", "选一张照片", notes: FieldNotes(
                hint: "手机拍的就可以，一张不超过 12 MB，最多 \(AddPhoto.most) 张。拍摄地点、时间和手机型号会自动去掉；照片里有群众的，请先征得本人同意",
                seenBy: everybody)))
            \(adding.textField("description", "照片里是什么", notes: FieldNotes(
                hint: "给看不见照片的人听，例如：两位代表在社区活动室和居民谈话", seenBy: everybody)))
            """
    }

    private func next(_ post: StationPost) -> HTML {
        guard duty.mayPublish else {
            return post.state == .waiting ? "<p>在等站长审核，公众页面上还看不到。</p>" : HTML()
        }
        switch post.state {
        case .waiting, .withdrawn:
            return publishing.form(
                action: address.post(post.id, "/publication").text, version: post.version, submit: "审核并发布",
                "<p>发布后人人都能看到，并写上审核人：\(duty.signed.name)。</p>")
        case .published:
            return publishing.form(
                action: address.post(post.id, "/withdrawal").text, version: post.version, submit: "从公众页面撤下", HTML())
        }
    }

    private var fields: HTML {
        let everybody = "发布后人人都能看到"
        return """
            \(parts.radios(
                "kind", "类别", StationPostKind.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: post?.kind.rawValue ?? ""))
            \(parts.textField("title", "标题", value: post?.title ?? "", notes: FieldNotes(seenBy: everybody)))
            \(parts.textArea(
                "body", "正文", value: post?.body ?? "", rows: 12,
                notes: FieldNotes(hint: "不要写群众的姓名、电话和住址", seenBy: everybody)))
            """
    }
}
