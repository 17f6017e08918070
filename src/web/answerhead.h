#pragma once

#include "web/options.h"

namespace web {

struct AnswerHead {
    bool encrypted = false;
    bool keepAlive = false;
};
/// The head of an answer, up to and with the empty line.
QByteArray headOf(const Response &response, const AnswerHead &how, const Options &options);
bool hasBody(int status);

} // namespace web
