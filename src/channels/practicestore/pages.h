#pragma once

#include "channels/practicestore/shop.h"
#include "channels/web/message.h"

namespace channels::practicestore {

/// The shop for people: catalogue, product, basket, check-out and thanks. Plain pages without scripts; the basket lies in a cookie.
WebAnswer shopPage(Shop &shop, const WebRequest &request);

} // namespace channels::practicestore
