// What happens on the screens of opinions: one function per pair of screen and event.
#pragma once

#include "kiosk/flow/event.h"
#include "kiosk/flow/turn.h"

namespace motlan {

// step_rate.cpp
Turn on(Submitted, const RatingWished&, const Scene&);
Turn on(KeptForLater, const RatingWished&, const Scene&);
Turn on(RateService, const GradeChosen&, const Scene&);
Turn on(RateService, const ReasonChosen&, const Scene&);
Turn on(RateService, const Proceeded&, const Scene&);
Turn on(RateService, const ReceiptDelayed&, const Scene&);
Turn on(RateService, const WentBack&, const Scene&);
Turn on(OpinionKept, const OpinionStored&, const Scene&);
Turn on(OpinionKept, const OpinionNotStored&, const Scene&);
Turn on(OpinionKept, const ReceiptArrived&, const Scene&);
Turn on(OpinionKept, const ReceiptDelayed&, const Scene&);
Turn on(OpinionKept, const SlipWished&, const Scene&);
Turn on(OpinionKept, const Proceeded&, const Scene&);

// step_report.cpp
Turn on(WhatYouNeed, const ReportWished&, const Scene&);
Turn on(OpinionKept, const ReportWished&, const Scene&);
Turn on(FollowDossier, const ReportWished&, const Scene&);
Turn on(ReviewWishes, const ReportWished&, const Scene&);
Turn on(ReportRequest, const DemandChosen&, const Scene&);
Turn on(ReportRequest, const DemandPlaceChosen&, const Scene&);
Turn on(ReportRequest, const CounterChosen&, const Scene&);
Turn on(ReportRequest, const DemandDayChosen&, const Scene&);
Turn on(ReportRequest, const EvidenceWished&, const Scene&);
Turn on(ReportRequest, const PhoneWished&, const Scene&);
Turn on(ReportRequest, const LettersTyped&, const Scene&);
Turn on(ReportRequest, const ToneTyped&, const Scene&);
Turn on(ReportRequest, const LetterErased&, const Scene&);
Turn on(ReportRequest, const WordChosen&, const Scene&);
Turn on(ReportRequest, const Proceeded&, const Scene&);
Turn on(ReportRequest, const WentBack&, const Scene&);

// step_report_photo.cpp
Turn on(ReportRequest, const PhotoWished&, const Scene&);
Turn on(ReportPhoto, const ScanWished&, const Scene&);
Turn on(ReportPhoto, const PaperSeen&, const Scene&);
Turn on(ReportPhoto, const ScanProgressed&, const Scene&);
Turn on(ReportPhoto, const SheetScanned&, const Scene&);
Turn on(ReportPhoto, const PageScanned&, const Scene&);
Turn on(ReportPhoto, const ScanFailed&, const Scene&);
Turn on(ReportPhoto, const QuarterTurned&, const Scene&);
Turn on(ReportPhoto, const PageRedone&, const Scene&);
Turn on(ReportPhoto, const PageDropped&, const Scene&);
Turn on(ReportPhoto, const Proceeded&, const Scene&);
Turn on(ReportPhoto, const WentBack&, const Scene&);

}  // namespace motlan
