#pragma once

#include "channels/http.h"

#include <QDateTime>

namespace channels {

/// How the pacing waits and what it calls time; tests replace all of it.
struct Pulse {
    std::function<qint64()> now;          ///< milliseconds that only go forward
    std::function<QDateTime()> wallClock; ///< for a Retry-After that is a date
    std::function<void(qint64)> sleep;    ///< milliseconds; throws Failure Cancelled when a person stops the run
    std::function<double()> random;       ///< 0 to 1

    static Pulse real(const std::atomic_bool *cancelled);
};

/// An Http that is a good client of another one: it stays below the storefront's rate, obeys Retry-After and repeats what is safe to repeat:
/// - an Unreachable, and any read (GET, HEAD) whose answer was lost, cut or a 5xx;
/// - 429 for every method, 503 for every method where Retry-After says when: these were turned away, not done.
///
/// What is left after that: Busy for 429 and 503 (also at once, where Retry-After asks for more than `longestWaitSeconds`); Unknown for a write
/// answered by a 503 without Retry-After; Broken for a read answered by another 5xx. Any other answer of a write is handed back as it is, 5xx
/// included: only the connector knows whether that 500 is final (WooCommerce), or done in spite of it (PrestaShop).
class PacedHttp : public Http {
public:
    struct Options {
        double requestsPerSecond = 5;
        int burst = 10;
        int repeats = 4;                  ///< most times that one request is sent again
        int longestWaitSeconds = 120;     ///< of one Retry-After
        std::function<void(QString)> log; ///< one line per attempt; knows no secrets
    };
    PacedHttp(Http &line, Options options, Pulse pulse);
    PacedHttp(Http &line, Options options, const std::atomic_bool *cancelled = nullptr) : PacedHttp(line, std::move(options), Pulse::real(cancelled))
    {}

    Response send(const Request &request) override;
    qint64 requests() const { return m_requests; } ///< attempts so far
    /// "/wp-json/wc/v3/orders?page=2&oauth_nonce=…": no host, no value that could be secret or personal.
    static QString describe(const Request &request);

private:
    struct Attempt;
    void takeToken();
    Attempt attempt(const Request &request);
    void note(const Request &request, const QString &outcome, qint64 startedAt) const;
    qint64 backoffMs(int repeat) const;

    Http &m_line;
    Options m_options;
    Pulse m_pulse;
    double m_tokens;
    qint64 m_filledAt;
    qint64 m_requests = 0;
};

/// Seconds to wait: a number or an HTTP date (RFC 9110), never negative, at most an hour; -1 if it says nothing readable.
int retryAfterSeconds(const QByteArray &header, const QDateTime &now);

} // namespace channels
