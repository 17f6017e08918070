#include "channels/answer.h"

#include <QCoreApplication>
#include <algorithm>

namespace channels {
namespace {

constexpr int longestWait = 3600;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Storefront)
};

/// An HTTP date: "Mon, 23 Nov 2026 07:05:04 GMT".
std::optional<Instant> httpDate(QByteArray text)
{
    const auto time = QDateTime::fromString(QString::fromLatin1(text.replace("GMT", "+0000")), Qt::RFC2822Date);
    return time.isValid() ? std::optional(Instant::of(time)) : std::nullopt;
}

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

int retryAfterOf(const Response &answer, Instant now)
{
    const QByteArray told = answer.header("retry-after").trimmed();
    if (told.isEmpty())
        return -1;
    bool isNumber = false;
    const qlonglong seconds = told.toLongLong(&isNumber);
    if (isNumber)
        return int(std::clamp<qlonglong>(seconds, 0, longestWait));
    if (std::all_of(told.begin(), told.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return longestWait; // a number beyond 64 bits
    const auto until = httpDate(told);
    if (!until)
        return -1;
    const Instant shopsNow = httpDate(answer.header("date")).value_or(now); // its clock may differ from ours
    return int(std::clamp<qint64>((until->micros - shopsNow.micros) / 1'000'000, 0, longestWait));
}

Failure failureOf(const Response &answer, Instant now, const QString &text, const QString &code)
{
    return Failure(kindOf(answer.status), text.isEmpty() ? meaningOf(answer.status) : text, answer.status, retryAfterOf(answer, now), code);
}

} // namespace channels
