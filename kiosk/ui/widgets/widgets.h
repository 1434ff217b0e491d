// All widgets, for the screens.
#pragma once

#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/choice.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/dialog.h"
#include "kiosk/ui/widgets/distance_bar.h"
#include "kiosk/ui/widgets/field.h"
#include "kiosk/ui/widgets/frame.h"
#include "kiosk/ui/widgets/icon.h"
#include "kiosk/ui/widgets/pager.h"
#include "kiosk/ui/widgets/pieces.h"
#include "kiosk/ui/widgets/progress.h"
#include "kiosk/ui/widgets/qr.h"
#include "kiosk/ui/widgets/row_list.h"
#include "kiosk/ui/widgets/text.h"
#include "kiosk/ui/widgets/viewfinder.h"
