// Dear ImGui with its draw lists' inside, for the sources that draw.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>
