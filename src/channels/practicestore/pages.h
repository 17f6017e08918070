#pragma once

#include "channels/practicestore/shop.h"
#include "web/message.h"

namespace channels::practicestore {

/// The shop for people: catalogue, product, basket, check-out and thanks. Plain pages without scripts; the basket lies in a cookie.
web::Response shopPage(Shop &shop, const web::Request &request);

} // namespace channels::practicestore
