// How a report of an unlawful request reads on a screen. Chooses words, decides nothing.
#pragma once

#include <array>
#include <vector>

#include "kiosk/domain/opinion.h"
#include "kiosk/ui/widgets/icon.h"
#include "kiosk/ui/widgets/row_list.h"

namespace motlan {

inline constexpr std::array kDemands{Demand::HouseholdBook, Demand::ResidencePaper, Demand::Copies,
                                     Demand::IssuedResult,  Demand::Money,          Demand::Other};
inline constexpr std::array kDemandPlaces{DemandPlace::Center, DemandPlace::Commune,
                                          DemandPlace::Department, DemandPlace::Message};
inline constexpr std::array kDemandDays{DemandDay::Today, DemandDay::Yesterday, DemandDay::ThisWeek,
                                        DemandDay::Earlier};

[[nodiscard]] Phrase demand_words(const Ui& ui, Demand demand);
[[nodiscard]] Icon demand_icon(Demand demand);
[[nodiscard]] Phrase place_words(const Ui& ui, DemandPlace place);
[[nodiscard]] Phrase day_words(const Ui& ui, DemandDay day);

/// What was demanded, where, when and of which procedure, in the citizen's words where there are
/// any, and the number to call back where one was left.
[[nodiscard]] std::vector<ListRow> report_rows(const Ui& ui, const UnlawfulRequest& said);

/// What travels to show that it was not needed: each thing that a source's own signed answer held,
/// and when it was given. Nothing where the citizen leaves it out.
[[nodiscard]] std::vector<ListRow> evidence_rows(const Ui& ui, const UnlawfulRequest& said);

/// What is still missing in a telephone number, or that nothing is.
[[nodiscard]] Phrase phone_words(const Ui& ui, const std::string& digits);

}  // namespace motlan
