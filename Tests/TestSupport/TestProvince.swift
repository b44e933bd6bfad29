import App
import Database
import Directory
import Domain
import Foundation
import Record

/// A small real-looking province (山西省, 晋中市, 榆次区 with a town and a street, 太谷区 with a town) in a database
/// of its own, with everybody who takes part and the whole application over it. Everybody has a verified telephone, so
/// every station and office is reachable; bureaus other than transport and water have nobody.
package final class TestProvince: Sendable {
    package let app: Assembled
    package let clock: TestClock
    private let database: TestDatabase
    private let people: [TestOffice: TestPerson]
    private let divisions: [TestPlace: DivisionID]
    private let stations: [TestPlace: StationID]

    /// `settings` may change what the application runs with, such as its face.
    package init(settings change: @Sendable (inout Settings) -> Void = { _ in }) async throws {
        let template = try await ProvinceTemplate.shared.value
        database = try template.unpack()
        people = template.people
        divisions = template.divisions
        stations = template.stations
        let clock = TestClock()
        self.clock = clock
        var settings = Settings.test(database)
        change(&settings)
        app = try await App.build(settings, clock: { clock.now }, pause: { _ in })
    }

    package var installation: Installation { app.installation }

    /// A second application over the same database, as another process would be.
    package func another() async throws -> Assembled {
        let clock = clock
        return try await App.build(app.settings, clock: { clock.now }, pause: { _ in })
    }
}

// MARK: Places

extension TestProvince {
    package func division(_ place: TestPlace) -> DivisionID { divisions[place]! }

    /// The station that stands in a place; the province has none.
    package func station(_ place: TestPlace) -> StationID { stations[place]! }

    package func organ(_ kind: OrganKind, in place: TestPlace) async throws -> OrganID {
        guard let organ = try await snapshot().atlas.organ(in: division(place), kind: kind) else { throw NotFound() }
        return organ.id
    }

    /// The bureau in charge of a field: `transport`, `water`, `urban`, `environment` …
    package func bureau(_ field: String, in place: TestPlace) async throws -> OrganID {
        let bureau = try await snapshot().atlas.bureau(in: division(place), field: field)
        guard let bureau else { throw NotFound() }
        return bureau.id
    }
}

// MARK: People

extension TestProvince {
    package func head(of place: TestPlace) -> TestPerson { person(.stationHead, .station(place)) }
    package func clerk(of place: TestPlace) -> TestPerson { person(.stationClerk, .station(place)) }
    package func deputy(of place: TestPlace) -> TestPerson { person(.deputy, .station(place)) }
    package func secondDeputy(of place: TestPlace) -> TestPerson { person(.deputy, .station(place), 2) }
    package func liaisonOfficer(of place: TestPlace) -> TestPerson { person(.liaisonOfficer, .station(place)) }

    /// Who assigns: the town's presidium, the street's committee, the deputies' committee from the county up.
    package func officer(of place: TestPlace) -> TestPerson {
        person(.assigningOffice, .organ(place.assigning, place))
    }

    /// 政府办, from the county up.
    package func distributor(of place: TestPlace) -> TestPerson {
        person(.distributor, .organ(.governmentOffice, place))
    }

    /// Of a bureau from the county up: `transport` and `water` have somebody.
    package func handler(_ field: String, of place: TestPlace) -> TestPerson {
        person(.handler, .bureau(field, place))
    }

    /// Of a town's government or a street's office.
    package func handler(of place: TestPlace) -> TestPerson {
        person(.handler, .organ(place.kind == .subdistrict ? .subdistrictOffice : .townGovernment, place))
    }

    package func petitionOfficer(of place: TestPlace) -> TestPerson {
        person(.petitionOffice, .organ(.petitionOffice, place))
    }

    package var systemAdmin: TestPerson { person(.systemAdmin, .area(.province)) }
    package var securityAdmin: TestPerson { person(.securityAdmin, .area(.province)) }
    package var auditor: TestPerson { person(.auditor, .area(.province)) }

    /// Everybody, one by one.
    package var everybody: [TestPerson] { people.values.sorted { $0.account < $1.account } }

    private func person(_ role: Role, _ place: TestOffice.Place, _ number: Int = 1) -> TestPerson {
        guard let found = people[TestOffice(role: role, place: place, number: number)] else {
            preconditionFailure("nobody is \(role) at \(place)")
        }
        return found
    }
}
