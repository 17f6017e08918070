#include "channels/answer.h"

#include "channels/pacing.h"

#include <QCoreApplication>

namespace channels {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Storefront)
};

Failure::Kind kindOf(int status)
{
    switch (status) {
    case 401:
    case 403: return Failure::Kind::Denied;
    case 408:
    case 425:
    case 429:
    case 503: return Failure::Kind::Busy;
    default: return status >= 500 || status < 200 ? Failure::Kind::Broken : Failure::Kind::Rejected;
    }
}

QString meaningOf(int status)
{
    switch (kindOf(status)) {
    case Failure::Kind::Denied: return Words::tr("The shop does not accept the keys.");
    case Failure::Kind::Busy: return Words::tr("The shop asks to come back later.");
    case Failure::Kind::Broken: return Words::tr("The shop has trouble of its own (status %1).").arg(status);
    default: return Words::tr("The shop refused the request (status %1).").arg(status);
    }
}

} // namespace

Json jsonOf(const Response &answer)
{
    auto json = Json::parse(answer.body);
    if (!json)
        throw Failure(Failure::Kind::Broken, Words::tr("The shop's answer cannot be read. %1").arg(json.error().text), answer.status);
    return *std::move(json);
}

Failure failureOf(const Response &answer, Instant now, const QString &text, const QString &code)
{
    const int wait = retryAfterSeconds(answer.header("retry-after"), now.toDateTime());
    return Failure(kindOf(answer.status), text.isEmpty() ? meaningOf(answer.status) : text, answer.status, wait, code);
}

} // namespace channels
