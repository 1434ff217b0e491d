#include "tests/ui/sample_behalf.h"

#include "kiosk/core/expects.h"
#include "kiosk/flow/tasks.h"

namespace motlan::testing {
namespace {

SourceWord said(SourceVerdict verdict, WallTime now) {
    return {.verdict = verdict, .source = SourceId("ht"), .at = now, .query = "q-9"};
}

std::vector<Relative> children() {
    auto people = parse_relatives(
        "040214000033|Nguyễn Văn Thử Nhỏ|2014-11-21|Nam|held:HT-2014-0204\n"
        "040319000128|Nguyễn Phương Thử Na|2019-06-02|Nữ|held:HT-2019-0077",
        ForWhom::Child);
    expects(people.has_value());
    return *std::move(people);
}

std::vector<Relative> parents() {
    auto people = parse_relatives("040151000017|Trần Thị Mẫu|1951-03-12|Nữ|held:HT-1988-0040",
                                  ForWhom::Parent);
    expects(people.has_value());
    return *std::move(people);
}

constexpr std::string_view kCompany = "Công ty TNHH Một thành viên Thử Nghiệm và Giả Định Nghệ An";

/// The register's list; of the first alone it says no more than the name.
std::vector<Relative> companies(bool is_named_only = false) {
    const std::string first = "2901999013|" + std::string(kCompany) + "|";
    const std::string second = "\n2901999013001|Chi nhánh Cửa Lò, " + std::string(kCompany) + "|x";
    auto all = parse_relatives(is_named_only ? first : first + "x" + second, ForWhom::Company);
    expects(all.has_value());
    return *std::move(all);
}

class Making {
public:
    explicit Making(const BehalfParts& parts) : parts_(parts) {}

    std::vector<Sample> run() {
        add_choosing();
        add_after();
        add_companies();
        add_after_companies();
        return std::move(all_);
    }

private:
    void add(const std::string& name, Screen screen, bool is_offline = false) {
        State state{.screen = std::move(screen), .is_offline = is_offline, .reference = "sample"};
        state.now = parts_.now;
        all_.push_back({name, std::move(state)});
    }

    void add_choosing() {
        const ChooseSubject screen{.visit = parts_.visit};
        add("choose_subject", screen);
        add("choose_subject.offline", screen, true);
        ChooseSubject asking = screen;
        asking.stage = BehalfStage::Asking;
        asking.whom = ForWhom::Child;
        asking.relation = said(SourceVerdict::Silent, parts_.now);
        add("choose_subject.asking", asking);
        ChooseSubject unknown = asking;
        unknown.stage = BehalfStage::Unknown;
        add("choose_subject.silent", unknown);
        unknown.whom = ForWhom::Principal;
        unknown.relation.verdict = SourceVerdict::NotFound;
        add("choose_subject.unknown", unknown);
        ChooseSubject pick = asking;
        pick.stage = BehalfStage::Pick;
        pick.people = children();
        add("choose_subject.pick", pick);
    }

    /// A visit for that person; for nobody that is known when there is none.
    [[nodiscard]] Visit visit_for(ForWhom whom, std::optional<Relative> subject) const {
        const Office& office = sample_office();
        Visit visit = parts_.visit;
        const auto verdict = subject ? SourceVerdict::Held : SourceVerdict::NotFound;
        visit.behalf = Behalf{whom, std::move(subject), said(verdict, parts_.now)};
        const auto about = subject_of(visit.profile, visit.behalf);
        visit.plan = plan(visit.procedure, office.sources, office.today,
                          {visit.words, about, visit.answers, visit.disputes, visit.wished,
                           acting_of(visit.behalf)});
        return visit;
    }

    void add_after() {
        Visit child = visit_for(ForWhom::Child, children().front());
        child.words[ConceptId("person.full_name")].value =
            Personal(std::string("Nguyễn Văn Thử Nhỏ"));
        child.words[ConceptId("person.birth_date")].value = Personal(std::string("2014-11-21"));
        add("consent.child", Consent{child});
        add("check_details.child", CheckDetails{child});
        add("review_all.child", ReviewAll{child});
        add("declare.child", Declare{child});
        add("check_details.parent", CheckDetails{visit_for(ForWhom::Parent, parents().front())});
        Visit unknown = visit_for(ForWhom::Principal, {});
        unknown.words.clear();
        add("check_details.unknown", CheckDetails{unknown});
        Submitted filed{{"H41-261123-0087", parts_.now, parts_.now, "Quầy 6 hoặc gửi bưu điện"},
                        {.needed = 7,
                         .not_asked = 6,
                         .asked = 1,
                         .papers_spared = 3,
                         .for_whom = ForWhom::Child}};
        add("submitted.child", filed);
    }

    void add_companies() {
        ChooseSubject screen{.visit = parts_.company, .whom = ForWhom::Company};
        screen.relation = said(SourceVerdict::NotFound, parts_.now);
        screen.relation.source = SourceId("dn");
        add("choose_subject.companies", ChooseSubject{.visit = parts_.company});
        add("choose_subject.companies_offline", ChooseSubject{.visit = parts_.company}, true);
        screen.stage = BehalfStage::Type;
        add("choose_subject.code", screen);
        screen.relation.verdict = SourceVerdict::Silent;
        add("choose_subject.code_silent", screen);
        screen.draft = "2901999013001";
        add("choose_subject.code_typed", screen);
        screen.draft = "2901999014";
        add("choose_subject.code_odd", screen);
        screen.stage = BehalfStage::Asking;
        add("choose_subject.company_asking", screen);
        screen.stage = BehalfStage::Unknown;
        add("choose_subject.company_silent", screen);
        screen.relation.verdict = SourceVerdict::NotFound;
        add("choose_subject.company_unknown", screen);
        screen.stage = BehalfStage::Pick;
        screen.people = companies(true);
        add("choose_subject.company_right", screen);
        screen.draft.clear();
        screen.people = companies();
        add("choose_subject.company_pick", screen);
    }

    /// A visit for that company, of which the register has said all.
    [[nodiscard]] Visit visit_for_company(Relative company) const {
        Visit visit = parts_.company;
        for (const auto& [of, value] :
             {std::pair{"name", kCompany}, std::pair{"tax_code", std::string_view("2901999013")},
              std::pair{"address", std::string_view("Số 8, phường Thành Vinh, tỉnh Nghệ An")},
              std::pair{"representative", std::string_view("Ngô Quang Giả Định")}}) {
            SourceWord word = said(SourceVerdict::Held, parts_.now);
            word.source = SourceId("dn");
            word.value = Personal(std::string(value));
            visit.words[ConceptId(std::string("organisation.") + of)] = std::move(word);
        }
        SourceWord relation = said(SourceVerdict::Held, parts_.now);
        relation.source = SourceId("dn");
        visit.behalf = Behalf{ForWhom::Company, std::move(company), std::move(relation)};
        replan(visit, sample_office());
        return visit;
    }

    void add_after_companies() {
        const Visit tied = visit_for_company(companies().front());
        add("consent.company", Consent{tied});
        add("check_details.company", CheckDetails{tied});
        add("review_all.company", ReviewAll{tied});
        add("declare.company", Declare{tied});
        add("check_details.company_open", CheckDetails{visit_for_company(companies(true).front())});
        Company typed{.code = Personal(*TaxCode::parse("2901999038"))};
        Visit unknown = visit_for_company(Relative{.who = std::move(typed), .ground = {}});
        unknown.words.clear();
        replan(unknown, sample_office());
        add("check_details.company_unknown", CheckDetails{unknown});
        Submitted filed{{"H41-261123-0087", parts_.now, parts_.now, "Quầy 6 hoặc gửi bưu điện"},
                        {.needed = 7,
                         .not_asked = 5,
                         .asked = 2,
                         .papers_spared = 1,
                         .for_whom = ForWhom::Company}};
        add("submitted.company", filed);
    }

    const BehalfParts& parts_;
    std::vector<Sample> all_;
};

}  // namespace

std::vector<Sample> behalf_samples(const BehalfParts& parts) { return Making(parts).run(); }

}  // namespace motlan::testing
