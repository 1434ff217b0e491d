// One function per pair of screen and event that means something; every other pair leaves the
// screen as it is. `flow_table_test` prints the whole table.
#pragma once

#include "kiosk/flow/event.h"
#include "kiosk/flow/opinion_handlers.h"
#include "kiosk/flow/slip_handlers.h"
#include "kiosk/flow/turn.h"

namespace motlan {

// step_welcome.cpp
Turn on(Welcome, const Started&, const Scene&);
Turn on(Welcome, const ServiceStopped&, const Scene&);
Turn on(Welcome, const DevicesChecked&, const Scene&);
Turn on(Welcome, const LinkChanged&, const Scene&);
Turn on(OutOfService, const ServiceResumed&, const Scene&);

// step_home.cpp
Turn on(Welcome, const HomeWished&, const Scene&);
Turn on(Home, const Started&, const Scene&);
Turn on(Home, const FollowWished&, const Scene&);
Turn on(Home, const RatingWished&, const Scene&);
Turn on(Home, const ReportWished&, const Scene&);
Turn on(Home, const WentBack&, const Scene&);

// step_fee.cpp
Turn on(Submitted, const PayWished&, const Scene&);
Turn on(FollowDossier, const PayWished&, const Scene&);
Turn on(PayFee, const PaymentSeen&, const Scene&);
Turn on(PayFee, const PaymentNotSeen&, const Scene&);
Turn on(PayFee, const PayCodeWished&, const Scene&);
Turn on(PayFee, const Ticked&, const Scene&);
Turn on(PayFee, const SlipPrinted&, const Scene&);
Turn on(PayFee, const SlipFailed&, const Scene&);
Turn on(PayFee, const Proceeded&, const Scene&);
Turn on(PayFee, const WentBack&, const Scene&);
Turn on(PayFee, const FeeLeft&, const Scene&);

// step_choose.cpp
Turn on(ChooseProcedure, const SearchWished&, const Scene&);
Turn on(ChooseProcedure, const UnsureWished&, const Scene&);
Turn on(ChooseProcedure, const GuideAnswered&, const Scene&);
Turn on(ChooseProcedure, const LettersTyped&, const Scene&);
Turn on(ChooseProcedure, const LetterErased&, const Scene&);
Turn on(ChooseProcedure, const ProcedureChosen&, const Scene&);
Turn on(ChooseProcedure, const WentBack&, const Scene&);
Turn on(WhatYouNeed, const Proceeded&, const Scene&);
Turn on(WhatYouNeed, const WentBack&, const Scene&);
Turn on(WhatYouNeed, const LinkChanged&, const Scene&);
Turn on(WhatYouNeed, const DevicesChecked&, const Scene&);

// step_card.cpp
Turn on(ShowCard, const CardSeen&, const Scene&);
Turn on(ShowCard, const CardCodeRead&, const Scene&);
Turn on(ShowCard, const CodeRefused&, const Scene&);
Turn on(ShowCard, const CameraFailed&, const Scene&);
Turn on(ShowCard, const WentBack&, const Scene&);
Turn on(ShowCard, const Ticked&, const Scene&);
Turn on(ShowCard, const CodeResolved&, const Scene&);
Turn on(ShowCard, const CodeNotResolved&, const Scene&);
Turn on(ReadCardChip, const ChipProgressed&, const Scene&);
Turn on(ReadCardChip, const ChipRead&, const Scene&);
Turn on(ReadCardChip, const ChipFailed&, const Scene&);
Turn on(ReadCardChip, const Proceeded&, const Scene&);
Turn on(ReadCardChip, const Refused&, const Scene&);
Turn on(ReadCardChip, const WentBack&, const Scene&);
Turn on(Consent, const Proceeded&, const Scene&);
Turn on(Consent, const Refused&, const Scene&);
Turn on(Consent, const WentBack&, const Scene&);

// step_behalf.cpp
Turn on(ChooseSubject, const SubjectChosen&, const Scene&);
Turn on(ChooseSubject, const SourceAnswered&, const Scene&);
Turn on(ChooseSubject, const Ticked&, const Scene&);
Turn on(ChooseSubject, const LinkChanged&, const Scene&);
Turn on(ChooseSubject, const RelativeChosen&, const Scene&);
Turn on(ChooseSubject, const LettersTyped&, const Scene&);
Turn on(ChooseSubject, const LetterErased&, const Scene&);
Turn on(ChooseSubject, const Refused&, const Scene&);
Turn on(ChooseSubject, const Proceeded&, const Scene&);
Turn on(ChooseSubject, const WentBack&, const Scene&);

// step_details.cpp
Turn on(AskSources, const SourceAnswered&, const Scene&);
Turn on(AskSources, const Ticked&, const Scene&);
Turn on(CheckDetails, const NumberShownWished&, const Scene&);
Turn on(CheckDetails, const Ticked&, const Scene&);
Turn on(CheckDetails, const SaidWrong&, const Scene&);
Turn on(CheckDetails, const PageRead&, const Scene&);
Turn on(CheckDetails, const Proceeded&, const Scene&);
Turn on(CheckDetails, const WentBack&, const Scene&);
Turn on(SayWrong, const DraftSet&, const Scene&);
Turn on(SayWrong, const SaidNotMine&, const Scene&);
Turn on(SayWrong, const WentBack&, const Scene&);

// step_question.cpp
Turn on(AskQuestion, const DraftSet&, const Scene&);
Turn on(AskQuestion, const LettersTyped&, const Scene&);
Turn on(AskQuestion, const LetterErased&, const Scene&);
Turn on(AskQuestion, const ToneTyped&, const Scene&);
Turn on(AskQuestion, const WordChosen&, const Scene&);
Turn on(AskQuestion, const Proceeded&, const Scene&);
Turn on(AskQuestion, const PageRead&, const Scene&);
Turn on(AskQuestion, const OtherWayWished&, const Scene&);
Turn on(AskQuestion, const WiderPlaceWished&, const Scene&);
Turn on(AskQuestion, const WentBack&, const Scene&);

// step_paper.cpp
Turn on(ListPapers, const Proceeded&, const Scene&);
Turn on(ListPapers, const PageRead&, const Scene&);
Turn on(ListPapers, const AnswerReopened&, const Scene&);
Turn on(ListPapers, const WentBack&, const Scene&);
Turn on(ScanPaper, const ScanWished&, const Scene&);
Turn on(ScanPaper, const ScanProgressed&, const Scene&);
Turn on(ScanPaper, const SheetScanned&, const Scene&);
Turn on(ScanPaper, const PageScanned&, const Scene&);
Turn on(ScanPaper, const ScanFailed&, const Scene&);
Turn on(ScanPaper, const Proceeded&, const Scene&);
Turn on(ScanPaper, const OtherWayWished&, const Scene&);
Turn on(ScanPaper, const WentBack&, const Scene&);
Turn on(ScanPaper, const PaperSeen&, const Scene&);
Turn on(ScanPaper, const PagesOpened&, const Scene&);
Turn on(ScanPaper, const PageRead&, const Scene&);

// step_pages.cpp
Turn on(ReviewPage, const Proceeded&, const Scene&);
Turn on(ReviewPage, const PageAdded&, const Scene&);
Turn on(ReviewPage, const PageRedone&, const Scene&);
Turn on(ReviewPage, const WentBack&, const Scene&);
Turn on(ReviewPage, const PageTurned&, const Scene&);
Turn on(ReviewPage, const PageMoved&, const Scene&);
Turn on(ReviewPage, const PageDropped&, const Scene&);
Turn on(ReviewPage, const QuarterTurned&, const Scene&);
Turn on(ReviewPage, const ArrangeWished&, const Scene&);
Turn on(ReviewPage, const KeepWished&, const Scene&);
Turn on(ReviewPage, const PageKept&, const Scene&);
Turn on(ReviewPage, const PageScanned&, const Scene&);
Turn on(ReviewPage, const FeedEnded&, const Scene&);
Turn on(ReviewPage, const ScanFailed&, const Scene&);
Turn on(ReviewPage, const PageRead&, const Scene&);

// step_review.cpp
Turn on(ReviewAll, const AnswerReopened&, const Scene&);
Turn on(ReviewAll, const PageRead&, const Scene&);
Turn on(ReviewAll, const Proceeded&, const Scene&);
Turn on(ReviewAll, const WentBack&, const Scene&);
Turn on(Declare, const PageRead&, const Scene&);
Turn on(Declare, const Proceeded&, const Scene&);
Turn on(Declare, const WentBack&, const Scene&);

// step_submit.cpp
Turn on(Submitting, const DossierStored&, const Scene&);
Turn on(Submitting, const DossierNotStored&, const Scene&);
Turn on(Submitting, const ReceiptArrived&, const Scene&);
Turn on(Submitting, const ReceiptDelayed&, const Scene&);
Turn on(Submitting, const Ticked&, const Scene&);
Turn on(Submitting, const Proceeded&, const Scene&);
Turn on(Submitted, const SlipWished&, const Scene&);
Turn on(Submitted, const Refused&, const Scene&);
Turn on(Submitted, const Ticked&, const Scene&);
Turn on(Submitted, const Proceeded&, const Scene&);
Turn on(KeptForLater, const ReceiptArrived&, const Scene&);
Turn on(KeptForLater, const ReceiptDelayed&, const Scene&);
Turn on(KeptForLater, const SlipWished&, const Scene&);
Turn on(KeptForLater, const Proceeded&, const Scene&);
Turn on(NotFiled, const Proceeded&, const Scene&);
Turn on(Goodbye, const Proceeded&, const Scene&);
Turn on(Goodbye, const PaperSeen&, const Scene&);
Turn on(Goodbye, const Ticked&, const Scene&);

// step_find.cpp
Turn on(Welcome, const FollowWished&, const Scene&);
Turn on(FindDossier, const CodeWished&, const Scene&);
Turn on(FindDossier, const LettersTyped&, const Scene&);
Turn on(FindDossier, const LetterErased&, const Scene&);
Turn on(FindDossier, const Proceeded&, const Scene&);
Turn on(FindDossier, const CardSeen&, const Scene&);
Turn on(FindDossier, const CardCodeRead&, const Scene&);
Turn on(FindDossier, const CodeRefused&, const Scene&);
Turn on(FindDossier, const CameraFailed&, const Scene&);
Turn on(FindDossier, const LinkChanged&, const Scene&);
Turn on(FindDossier, const ReceiptChecked&, const Scene&);
Turn on(FindDossier, const ReceiptRefused&, const Scene&);
Turn on(FindDossier, const DossiersFound&, const Scene&);
Turn on(FindDossier, const DossiersNotFound&, const Scene&);
Turn on(FindDossier, const WentBack&, const Scene&);

// step_follow.cpp
Turn on(ChooseDossier, const DossierOpened&, const Scene&);
Turn on(ChooseDossier, const Proceeded&, const Scene&);
Turn on(FollowDossier, const ApologyWished&, const Scene&);
Turn on(FollowDossier, const SlipWished&, const Scene&);
Turn on(FollowDossier, const Proceeded&, const Scene&);
Turn on(FollowDossier, const WentBack&, const Scene&);
Turn on(ReadApology, const WentBack&, const Scene&);
Turn on(ReviewWishes, const SourceAnswered&, const Scene&);
Turn on(ReviewWishes, const Ticked&, const Scene&);
Turn on(ReviewWishes, const Proceeded&, const Scene&);
Turn on(ReviewWishes, const WentBack&, const Scene&);

}  // namespace motlan
