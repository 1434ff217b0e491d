// What a citizen says about the service itself: a rating, or a report that something was asked for
// that the State must not ask for. Neither names the citizen; a report has a telephone number only
// where somebody wishes to be called back.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/core/personal.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/page.h"

namespace motlan {

inline constexpr int kLeastGrade = 1;
inline constexpr int kMostGrade = 5;
/// Letters of what was asked for, in the citizen's own words.
inline constexpr std::size_t kDemandWords = 200;
/// The item under which a photo of the demand travels.
inline constexpr std::string_view kDemandPhoto = "request";

enum class RatingReason : std::uint8_t { Clear, Fast, FewPapers, Unclear, Slow, ManyPapers };
[[nodiscard]] std::string_view name(RatingReason reason);

/// Whether a reason can stand beside that grade: praise from four on, blame up to three.
[[nodiscard]] bool fits(RatingReason reason, int grade);

struct Rating {
    int grade = 0;  ///< 1 very bad … 5 very good; 0: none yet
    std::set<RatingReason> reasons;
    std::string procedure;  ///< national code; empty when it is about none
};

/// What was demanded (ux C24).
enum class Demand : std::uint8_t {
    HouseholdBook,
    ResidencePaper,
    Copies,
    IssuedResult,
    Money,
    Other,
};
[[nodiscard]] std::string_view name(Demand demand);

enum class DemandPlace : std::uint8_t { Center, Commune, Department, Message };
[[nodiscard]] std::string_view name(DemandPlace place);

enum class DemandDay : std::uint8_t { Today, Yesterday, ThisWeek, Earlier };
[[nodiscard]] std::string_view name(DemandDay day);

/// That a source held something when it was asked for: the evidence that it was not needed.
struct HeldThen {
    ConceptId about;
    SourceId source;
    WallTime at{};
    std::string query;
};

/// What of these words a source held.
[[nodiscard]] std::vector<HeldThen> held_in(const SourceWords& words);

struct UnlawfulRequest {
    std::optional<Demand> demand;
    std::optional<DemandPlace> place;
    std::string counter{};  ///< of the center, as the office calls it; empty: not remembered
    std::optional<DemandDay> day;
    Personal<std::string> words;     ///< the citizen's own; may be empty
    std::string dossier;             ///< its id, where the citizen was looking at one
    std::string procedure;           ///< national code; empty when it is about none
    std::vector<HeldThen> evidence;  ///< travels only where the citizen lets it
    bool with_evidence = true;       ///< the dossier and what the sources held may travel
    Personal<std::string> phone{};   ///< to be called back; empty: nobody knows who has said it
    std::optional<Page> photo{};     ///< of the demand, where it was written

    /// Whether it says what, where and when.
    [[nodiscard]] bool is_complete() const;
};

/// What somebody who has reported takes home. It says nothing of whom or what.
struct ReportSlip {
    std::string code;
    bool is_at_province = false;  ///< else it is this kiosk's code for now
    std::optional<WallTime> due;  ///< when the province promises a reply
};

using Opinion = std::variant<Rating, UnlawfulRequest>;

/// When and in which language it was said.
struct Said {
    WallTime at{};
    Language language = Language::Vietnamese;
};

/// The form part that carries it (formats, section 6.1).
[[nodiscard]] Tree form_of(const Opinion& opinion, const Said& said);

/// What stands in the manifest in the place of a procedure: "rating" or "report".
[[nodiscard]] std::string_view kind_of(const Opinion& opinion);

}  // namespace motlan
