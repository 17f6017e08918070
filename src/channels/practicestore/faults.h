#pragma once

#include "base/result.h"

#include <QString>
#include <map>
#include <optional>
#include <random>

namespace channels::practicestore {

/// What can go wrong in a store, and how often. Written as "429:0.1,lost:every=5,seed=7": a share of the requests, every n-th of those that the
/// trouble can happen to, or the next n of them ("500:next=2").
class FaultPlan {
public:
    enum class Kind {
        TooMany,     ///< 429: 429 with Retry-After: 1
        TooManyBare, ///< 429-bare: 429 without it
        TooManyLong, ///< 429-long: 429 with a Retry-After of ten years
        Error,       ///< 500: nothing was done
        Maintenance, ///< 503: an HTML page with Retry-After
        Html,        ///< html: an HTML page with status 200
        Empty,       ///< empty: 200 without a body
        Denied,      ///< 401: as if the key had been taken away
        Drop,        ///< drop: the connection ends before anything is done
        Lost,        ///< lost: done, but the connection ends without an answer
        ErrorDone,   ///< 500-done: done, but answered with 500
        Ignored,     ///< ignore: a write that is answered as if done, and is not
        Truncated,   ///< truncate: the answer ends in the middle
        Slow,        ///< slow: the answer trickles
        Oversize,    ///< oversize: 70 MB of blanks behind the answer
        Duplicate,   ///< duplicate: a list shows an order twice
        Shift        ///< shift: an order of this page changes after the page was read, so that the pages move
    };

    /// Refuses unknown words and shares beyond 1, with the list of what there is.
    static Result<FaultPlan> parse(const QString &text);
    /// Whether it happens this time; counts.
    bool strikes(Kind kind);
    int skewSeconds() const { return m_skew; } ///< "skew:3600": how far the store's clock is ahead
    QString toString() const;
    static QString help(); ///< the words, one line each

private:
    struct Rule {
        double share = 0;
        int every = 0;
        int next = 0;
        int seen = 0;
    };
    static bool read(const QString &text, Rule &rule);
    std::map<Kind, Rule> m_rules;
    int m_skew = 0;
    QString m_text;
    std::mt19937_64 m_random;
};

} // namespace channels::practicestore
