// kiosk-demo: the kiosk with a desk beside it, on which a newcomer plays the world.
#include <unistd.h>

#include <array>
#include <csignal>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/programs/assembly.h"
#include "kiosk/ui/desk/desk.h"

namespace motlan {
namespace {

constexpr std::size_t kDeskLimit = std::size_t{64} << 10U;

/// The desk of the demo: shows what lies on it, and does to the world what was pressed.
class DemoDesk final : public Companion {
public:
    DemoDesk(World& world, std::filesystem::path pictures)
        : world_(world), pictures_(std::move(pictures)) {
        const auto text = read_text(pictures_ / "desk.json", kDeskLimit);
        const auto desk = text ? parse_json(*text) : Result<Tree>(fail(text.error()));
        if (!desk) return;
        for (const Tree& person : desk->list_at("people")) {
            view_.people.push_back(
                {std::string(person.text_at("name")), std::string(person.text_at("about"))});
            cards_.emplace_back(person.text_at("picture"));
        }
        for (const Tree& paper : desk->list_at("papers")) {
            view_.papers.emplace_back(paper.text_at("name"));
            papers_.emplace_back(paper.text_at("picture"));
        }
    }

    void draw(Ui& ui, const Rect& strip, const State& state) override {
        if (const auto action = draw_desk(ui, strip, view_, state.screen)) wished_ = action;
    }

    void act(Window& window) override {
        for (const std::string& key : window.take_keys()) {
            if (const auto action = desk_action(key, view_)) wished_ = action;
        }
        if (!wished_) return;
        perform(*std::exchange(wished_, std::nullopt));
        window.refresh();
    }

    [[nodiscard]] bool is_done() const override { return false; }

private:
    /// Shows on the desk only what really happened to the world.
    void perform(const DeskAction& action) {
        switch (action.verb) {
            case DeskVerb::ShowCard: return show_card(action.index);
            case DeskVerb::TakeCard:
                if (world_.show_card({})) view_.card.reset();
                return;
            case DeskVerb::LayPaper: return lay_paper(action.index);
            case DeskVerb::TakePaper:
                if (world_.lay_papers({})) view_.paper.reset();
                return;
            case DeskVerb::JamScanner: return scanner("scanner_jam", true, false);
            case DeskVerb::OpenCover: return scanner("scanner_cover", false, true);
            case DeskVerb::ClearJam:
            case DeskVerb::CloseCover: return scanner("scanner_mended", false, false);
            case DeskVerb::PaperOut:
                if (world_.happen("printer_paper_out")) view_.is_paper_out = true;
                return;
            case DeskVerb::PaperIn:
                if (world_.happen("printer_mended")) view_.is_paper_out = false;
                return;
            case DeskVerb::CutNetwork: return network("network_cut", DeskNetwork::Cut);
            case DeskVerb::SlowNetwork: return network("network_slow", DeskNetwork::Slow);
            case DeskVerb::RestoreNetwork: return network("network_up", DeskNetwork::Up);
            // As a power cut does it: at once, with nothing written and nobody told.
            case DeskVerb::CutPower: ::kill(::getpid(), SIGKILL);
        }
    }

    void show_card(std::size_t index) {
        if (index < cards_.size() && world_.show_card(pictures_ / cards_[index]))
            view_.card = index;
    }

    void lay_paper(std::size_t index) {
        if (index < papers_.size() && world_.lay_papers({pictures_ / papers_[index]})) {
            view_.paper = index;
        }
    }

    void scanner(std::string_view accident, bool is_jammed, bool is_cover_open) {
        if (!world_.happen(accident)) return;
        view_.is_jammed = is_jammed;
        view_.is_cover_open = is_cover_open;
    }

    void network(std::string_view accident, DeskNetwork now) {
        if (world_.happen(accident)) view_.network = now;
    }

    World& world_;
    std::filesystem::path pictures_;
    std::vector<std::string> cards_;
    std::vector<std::string> papers_;
    DeskView view_;
    std::optional<DeskAction> wished_;
};

std::unique_ptr<Companion> make_desk(const CompanionParts& parts) {
    return std::make_unique<DemoDesk>(parts.world, parts.places.program / "../demo");
}

}  // namespace
}  // namespace motlan

int main(int count, char** arguments) {
    motlan::KioskCall call;
    const auto done =
        motlan::read_call({arguments, static_cast<std::size_t>(count)}, "kiosk-demo", call);
    return done ? *done : motlan::run_kiosk(call, {motlan::make_desk, motlan::kDeskStripMm});
}
