// SDL, for the sources that draw.
#pragma once

#include <SDL.h>
