import Directory
import Domain
import Hummingbird
import Web

/// `/station/{code}/schedule`: 年度接待安排, the rhythm of the receptions, written by the clerk, confirmed by the head.
struct SchedulePage: Sendable {
    private static let frame = PageFrame("接待安排的规律", for: .staff)

    struct Shown: Sendable {
        var duty: StationDuty
        var approved: StationSchedule?
        var waiting: StationSchedule?
        var deputies: [PublicDeputy]
        var calendar: WorkCalendar
        var today: Day
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        do {
            let draft = try ScheduleDraft(reading: context.reader)
            let version = try context.reader.version()
            return try await installation.stationWrite(code, request, context) { write, ids in
                try WriteSchedule.run(write, draft, version: version, ids: &ids)
                return DeskAddress(code: code).schedule
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    @Sendable func confirm(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let version = try context.reader.version()
        let installation = installation
        return try await installation.stationWrite(code, request, context) { write, ids in
            let calendar = try installation.snapshot(in: write.db).calendar
            try ConfirmSchedule.run(write, version: version, calendar: calendar, ids: &ids)
            return DeskAddress(code: code).schedule
        }
    }

    private func page(_ frame: PageFrame, _ parts: FormParts, _ context: AppContext) async throws -> Response {
        let today = Day(of: installation.now())
        let shown = try await installation.stationRead(context) { db, duty, snapshot in
            let (approved, waiting) = try ScheduleTable.current(of: duty.station.id, in: db)
            return Shown(
                duty: duty, approved: approved, waiting: waiting,
                deputies: try DeputyQuery.deputies(of: duty.station.id, in: db), calendar: snapshot.calendar,
                today: today)
        }
        let view = ScheduleView(shown: shown, parts: parts, confirming: context.parts(prefix: "confirm-"))
        return context.page(frame, view.html)
    }
}
