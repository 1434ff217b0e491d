#include "tests/ui/sample_papers.h"

#include <algorithm>
#include <utility>

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

/// Two papers are asked for, one is spared.
Visit several_papers(const Visit& one) {
    const Office& office = sample_office();
    const auto found =
        std::ranges::find(office.procedures, ProcedureCode("1.013833"), &Procedure::code);
    expects(found != office.procedures.end());
    Visit visit{.procedure = *found, .profile = one.profile};
    visit.answers[ItemId("change")] = Personal(std::string("other"));
    const std::optional<Profile> holder = visit.profile;
    visit.plan = plan(visit.procedure, office.sources, office.today,
                      {visit.words, holder, visit.answers, {}, {}});
    return visit;
}

class Samples {
public:
    explicit Samples(PaperParts parts) : parts_(std::move(parts)) {}

    std::vector<Sample> all() {
        add_list();
        add_scanning();
        add_one_page();
        add_several_pages();
        add_doubts();
        return std::move(all_);
    }

private:
    State& add(std::string name, Screen screen) {
        State state{.screen = std::move(screen), .reference = "sample"};
        state.now = parts_.now;
        all_.push_back({std::move(name), std::move(state)});
        return all_.back().state;
    }
    [[nodiscard]] std::vector<Page> pages(std::size_t count) const {
        return std::vector<Page>(count, Page{{}, parts_.page});
    }

    void add_list() {
        Visit several = several_papers(parts_.one);
        add("list_papers", ListPapers{several});
        several.papers[ItemId("other_change")] = pages(2);
        add("list_papers.begun", ListPapers{several}).is_offline = true;
        several.papers[ItemId("certificate")] = pages(4);
        add("list_papers.done", ListPapers{several});
        several.papers[ItemId("certificate")][1].doubts = {Fault::PageTextLost};
        several.papers[ItemId("certificate")][1].is_accepted = true;
        add("list_papers.doubtful", ListPapers{several});
        add("review_all.doubtful", ReviewAll{several});
    }

    void add_scanning() {
        const ScanPaper empty{.visit = parts_.one, .item = ItemId("dwelling")};
        add("scan_paper", empty);
        ScanPaper jam = empty;
        jam.fault = Fault::ScannerJam;
        jam.laid = pages(1);
        add("scan_paper.jam", jam);
        ScanPaper scanning = empty;
        scanning.stage = ScanStage::Scanning;
        scanning.percent = 40;
        add("scan_paper.scanning", scanning);
        ScanPaper checking = empty;
        checking.stage = ScanStage::Checking;
        add("scan_paper.checking", checking);
        ScanPaper offline = empty;
        offline.laid = pages(2);
        add("scan_paper.offline", offline).is_offline = true;
        add("scan_paper.other_way", ScanPaper{.visit = parts_.rental, .item = ItemId("lease")});
        add("scan_paper.full", ScanPaper{.visit = parts_.rental,
                                         .item = ItemId("lease"),
                                         .laid = pages(6),
                                         .may_scan = false});
    }

    void add_one_page() {
        const ReviewPage one{.visit = parts_.one, .item = ItemId("dwelling"), .pages = pages(1)};
        add("review_page", one);
        add("review_page.offline", one).is_offline = true;
        ReviewPage last = rental(1);
        last.may_add = false;
        add("review_page.last", last);
        ReviewPage cut = one;
        cut.pages[0].doubts = {Fault::PageCutOff};
        add("review_page.one_doubt", cut);
        ReviewPage sideways = one;
        sideways.pages[0].turns = 1;
        add("review_page.turned", sideways);
        ReviewPage empty = one;
        empty.pages[0].preview = {};
        add("review_page.no_picture", empty);
    }

    [[nodiscard]] ReviewPage rental(std::size_t count) const {
        return {.visit = parts_.rental, .item = ItemId("lease"), .pages = pages(count)};
    }

    void add_several_pages() {
        ReviewPage two = rental(2);
        two.shown = 1;
        add("review_page.two", two);
        two.stage = ReviewStage::Arrange;
        add("review_page.arrange_two", two);
        ReviewPage elsewhere = rental(3);
        elsewhere.pages[2].doubts = {Fault::PageGlare};
        add("review_page.doubt_elsewhere", elsewhere);
        ReviewPage jammed = rental(3);
        jammed.shown = 2;
        jammed.fault = Fault::ScannerJam;
        add("review_page.feeder_jam", jammed);
    }

    /// Several pages, one of them doubtful; what is said about that, and why it is used.
    void add_doubts() {
        ReviewPage several = rental(6);
        several.shown = 3;
        several.pages[3].doubts = {Fault::PageCutOff, Fault::PageBlurred, Fault::PageGlare};
        add("review_page.doubtful", several);
        several.stage = ReviewStage::SayReason;
        add("review_page.reason", several);
        several.stage = ReviewStage::Arrange;
        add("review_page.arrange", several);
        several.stage = ReviewStage::Look;
        several.is_fed = true;
        several.pages[3].kept_because = KeepReason::AsOriginal;
        add("review_page.kept_and_fed", several);
    }

    PaperParts parts_;
    std::vector<Sample> all_;
};

}  // namespace

std::vector<Sample> paper_samples(PaperParts parts) { return Samples(std::move(parts)).all(); }

}  // namespace motlan::testing
