#include "channels/pacing.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRandomGenerator>
#include <QUrl>
#include <chrono>
#include <thread>

namespace channels {
namespace {

constexpr int hour = 3600;
constexpr qint64 firstBackoffMs = 500;
constexpr qint64 longestBackoffMs = 30'000;
constexpr qint64 sleepSliceMs = 50;

QString tr(const char *text) { return QCoreApplication::translate("Http", text); }

bool isRead(const Request &request) { return request.method == "GET" || request.method == "HEAD"; }

bool mayBeShown(const QString &name)
{
    static const QStringList harmless{QStringLiteral("page"),
                                      QStringLiteral("per_page"),
                                      QStringLiteral("offset"),
                                      QStringLiteral("limit"),
                                      QStringLiteral("order"),
                                      QStringLiteral("orderby"),
                                      QStringLiteral("status"),
                                      QStringLiteral("modified_after"),
                                      QStringLiteral("modified_before"),
                                      QStringLiteral("after"),
                                      QStringLiteral("before"),
                                      QStringLiteral("dates_are_gmt"),
                                      QStringLiteral("include"),
                                      QStringLiteral("exclude"),
                                      QStringLiteral("sku"),
                                      QStringLiteral("type"),
                                      QStringLiteral("_fields"),
                                      QStringLiteral("dp"),
                                      QStringLiteral("skip"),
                                      QStringLiteral("take")};
    return harmless.contains(name);
}

} // namespace

Pulse Pulse::real(const std::atomic_bool *cancelled)
{
    using namespace std::chrono;
    return {[] { return qint64(duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count()); },
            [] { return QDateTime::currentDateTimeUtc(); },
            [cancelled](qint64 left) {
                while (left > 0) {
                    if (cancelled && *cancelled)
                        throw Failure(Failure::Kind::Cancelled, tr("Stopped."));
                    const qint64 slice = std::min(left, sleepSliceMs);
                    std::this_thread::sleep_for(milliseconds(slice));
                    left -= slice;
                }
            },
            [] { return QRandomGenerator::global()->generateDouble(); }};
}

int retryAfterSeconds(const QByteArray &header, const QDateTime &now)
{
    if (header.isEmpty())
        return -1;
    bool digits = std::all_of(header.begin(), header.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
        const qulonglong seconds = header.toULongLong(&digits);
        return digits ? int(std::min<qulonglong>(seconds, hour)) : hour; // more digits than fit is a very long time
    }
    QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(header), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!at.isValid())
        return -1;
    at.setTimeSpec(Qt::UTC);
    return int(std::clamp<qint64>(now.secsTo(at), 0, hour));
}

/// How one attempt ended: with an answer that counts, or with a reason for which it may be repeated or not.
struct PacedHttp::Attempt {
    std::optional<Response> response;
    std::optional<Failure> failure;
    bool repeatable = false;
};

PacedHttp::PacedHttp(Http &line, Options options, Pulse pulse)
    : m_line(line), m_options(std::move(options)), m_pulse(std::move(pulse)), m_tokens(m_options.burst), m_filledAt(m_pulse.now())
{}

Response PacedHttp::send(const Request &request)
{
    for (int repeat = 0;; ++repeat) {
        takeToken();
        Attempt attempt = this->attempt(repeat > 0 && request.again ? request.again() : request);
        if (attempt.response)
            return *std::move(attempt.response);
        const int told = attempt.failure->retryAfterSeconds;
        if (!attempt.repeatable || repeat >= m_options.repeats || told > m_options.longestWaitSeconds)
            throw *attempt.failure;
        m_pulse.sleep(told >= 0 ? told * 1000 + qint64(m_pulse.random() * 1000) : backoffMs(repeat));
    }
}

void PacedHttp::takeToken()
{
    for (;;) {
        const qint64 now = m_pulse.now();
        m_tokens = std::min<double>(m_options.burst, m_tokens + double(now - m_filledAt) / 1000 * m_options.requestsPerSecond);
        m_filledAt = now;
        if (m_tokens >= 1) {
            m_tokens -= 1;
            return;
        }
        m_pulse.sleep(qint64((1 - m_tokens) / m_options.requestsPerSecond * 1000) + 1);
    }
}

PacedHttp::Attempt PacedHttp::attempt(const Request &request)
{
    ++m_requests;
    const qint64 startedAt = m_pulse.now();
    try {
        Response response = m_line.send(request);
        note(request, QString::number(response.status), startedAt);
        const int status = response.status;
        if (status == 429 || status == 503) {
            m_tokens = std::min(m_tokens, 0.0); // the storefront counts stricter than we did
            const int told = retryAfterSeconds(response.header("retry-after"), m_pulse.wallClock());
            if (status == 503 && told < 0 && !isRead(request))
                return {{}, Failure(Failure::Kind::Unknown, tr("The shop is out of order, it may have done what was asked."), status), false};
            return {{}, Failure(Failure::Kind::Busy, tr("The shop is busy."), status, told), true};
        }
        if (status >= 500 && isRead(request))
            return {{}, Failure(Failure::Kind::Broken, tr("The shop failed with error %1.").arg(status), status), true};
        return {std::move(response), {}, false};
    } catch (const Failure &failure) {
        note(request, failure.text(), startedAt);
        const bool lost = failure.kind == Failure::Kind::Unreachable || (failure.kind == Failure::Kind::Broken && isRead(request));
        return {{}, failure, lost && failure.code.isEmpty()};
    }
}

qint64 PacedHttp::backoffMs(int repeat) const
{
    const qint64 full = std::min(firstBackoffMs << std::min(repeat, 16), longestBackoffMs);
    return full / 2 + qint64(m_pulse.random() * double(full) / 2);
}

QString PacedHttp::describe(const Request &request)
{
    QString text = QUrl(request.url).path();
    QChar separator = u'?';
    for (const auto &[name, value] : request.query) {
        text += separator + name + u'=' + (mayBeShown(name) ? value : QStringLiteral("…"));
        separator = u'&';
    }
    return text;
}

void PacedHttp::note(const Request &request, const QString &outcome, qint64 startedAt) const
{
    if (m_options.log)
        m_options.log(
            QStringLiteral("%1 %2: %3 (%4 ms)").arg(QString::fromLatin1(request.method), describe(request), outcome).arg(m_pulse.now() - startedAt));
}

} // namespace channels
