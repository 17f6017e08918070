#pragma once

#include "channels/engine/channel.h"
#include "gui/shell/desk.h"

class QComboBox;

/// The sites that people serve by hand, by name.
std::vector<Channel> handSites(Tx &tx);
/// Shows them in a box, keeping the one that is chosen; gives back what there is.
std::vector<Channel> showSites(Desk &desk, QComboBox *box);
/// What is said where there is none.
QString noSites();
