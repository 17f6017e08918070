#pragma once

#include "channels/engine/channel.h"
#include "gui/shell/desk.h"

#include <functional>

class QWidget;

// What is asked about a channel. Each opens a window over `parent`; `then` is called when it was stored.

using ThenChannel = std::function<void(const Channel &)>;

void askNewChannel(QWidget *parent, Desk &desk, ThenChannel then);
/// Another platform, or none (by hand).
void askPlatform(QWidget *parent, Desk &desk, const Channel &channel, ThenChannel then);
/// Address, keys, and all else that can be said about the channel and its shop.
void askSettings(QWidget *parent, Desk &desk, const Channel &channel, ThenChannel then);
