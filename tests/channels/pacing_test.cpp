#include "channels/pacing.h"

#include <deque>
#include <gtest/gtest.h>

using channels::Failure;
using channels::Http;
using channels::PacedHttp;
using channels::Pulse;
using channels::Request;
using channels::Response;

namespace {

/// Answers from a list; the last entry answers for ever.
class ScriptedHttp : public Http {
public:
    using Step = std::variant<Response, Failure>;
    std::deque<Step> steps;
    int sent = 0;
    QList<QByteArray> bodies;

    Response send(const Request &request) override
    {
        ++sent;
        bodies.append(request.body);
        const Step step = steps.front();
        if (steps.size() > 1)
            steps.pop_front();
        if (const auto *failure = std::get_if<Failure>(&step))
            throw *failure;
        return std::get<Response>(step);
    }
};

Response answer(int status, const QByteArray &retryAfter = {})
{
    Response response{status, {}, "body"};
    if (!retryAfter.isNull())
        response.headers.emplace_back("retry-after", retryAfter);
    return response;
}

Failure failure(Failure::Kind kind, const char *code = "") { return {kind, QStringLiteral("lost"), 0, -1, QString::fromLatin1(code)}; }

/// A paced Http on a clock that only moves when somebody sleeps.
class Pacing : public testing::Test {
protected:
    ScriptedHttp line;
    PacedHttp::Options options{.requestsPerSecond = 1000, .burst = 1000, .repeats = 4, .longestWaitSeconds = 120, .log = {}};
    qint64 now = 0;
    std::vector<qint64> sleeps;
    QStringList lines;
    std::unique_ptr<PacedHttp> http;

    PacedHttp &paced()
    {
        if (!http)
            http = std::make_unique<PacedHttp>(line, options, pulse());
        return *http;
    }
    Pulse pulse()
    {
        return {[this] { return now; },
                [this] {
                    return QDateTime({2030, 1, 2}, {12, 0}, Qt::UTC).addMSecs(now);
                },
                [this](qint64 ms) {
                    sleeps.push_back(ms);
                    now += ms;
                },
                [] { return 0.5; }};
    }
    Response get() { return paced().send(Request{}); }
    Response post()
    {
        Request request;
        request.method = "POST";
        return paced().send(request);
    }
    template <class Call> Failure failureOf(Call call)
    {
        try {
            const Response response = call();
            ADD_FAILURE() << "answered " << response.status;
        } catch (const Failure &caught) {
            return caught;
        }
        return failure(Failure::Kind::Rejected);
    }
};

} // namespace

TEST_F(Pacing, aBurstGoesAtOnceAndTheRestAtTheRate)
{
    options.requestsPerSecond = 2;
    options.burst = 3;
    line.steps = {answer(200)};

    for (int i = 0; i < 3; ++i)
        get();
    EXPECT_EQ(now, 0);
    for (int i = 0; i < 4; ++i)
        get();

    EXPECT_GE(now, 2000);
    EXPECT_LE(now, 2010);
    EXPECT_EQ(paced().requests(), 7);
}

TEST_F(Pacing, aRestFillsTheBucketAgainButNotBeyondTheBurst)
{
    options.requestsPerSecond = 2;
    options.burst = 3;
    line.steps = {answer(200)};
    for (int i = 0; i < 3; ++i)
        get();
    now += 60'000;

    for (int i = 0; i < 4; ++i)
        get();

    EXPECT_EQ(sleeps.size(), 1u);
}

TEST_F(Pacing, aReadIsRepeatedWithGrowingPausesAfterAnErrorOfTheShop)
{
    line.steps = {answer(500), answer(502), answer(504), answer(200)};

    EXPECT_EQ(get().status, 200);

    EXPECT_EQ(sleeps, (std::vector<qint64>{375, 750, 1500})); // half of 500, 1000, 2000 and half of the rest, the die being 0.5
}

TEST_F(Pacing, aReadThatKeepsFailingIsBrokenInTheEnd)
{
    line.steps = {answer(500)};

    const Failure caught = failureOf([&] { return get(); });

    EXPECT_EQ(caught.kind, Failure::Kind::Broken);
    EXPECT_EQ(caught.status, 500);
    EXPECT_EQ(line.sent, 5);
}

TEST_F(Pacing, aWriteAnsweredByAnErrorIsHandedBackAtOnce)
{
    line.steps = {answer(500)};

    EXPECT_EQ(post().status, 500);
    EXPECT_EQ(line.sent, 1);
}

TEST_F(Pacing, aWriteThatNeverLeftIsRepeatedAndOneThatMayBeDoneIsNot)
{
    line.steps = {failure(Failure::Kind::Unreachable), answer(201)};
    EXPECT_EQ(post().status, 201);
    EXPECT_EQ(line.sent, 2);

    line.steps = {failure(Failure::Kind::Unknown), answer(201)};
    EXPECT_EQ(failureOf([&] { return post(); }).kind, Failure::Kind::Unknown);
    EXPECT_EQ(line.sent, 3);
}

TEST_F(Pacing, aBrokenOffReadIsRepeated)
{
    line.steps = {failure(Failure::Kind::Broken), failure(Failure::Kind::Unreachable), answer(200)};

    EXPECT_EQ(get().status, 200);
}

TEST_F(Pacing, aSignedRequestIsSignedAnewForEachRepeat)
{
    line.steps = {failure(Failure::Kind::Broken), answer(500), answer(200)};
    int signatures = 1;
    Request request;
    request.body = "signature 1";
    request.again = [&] {
        Request next;
        next.body = "signature " + QByteArray::number(++signatures);
        return next;
    };

    EXPECT_EQ(paced().send(request).status, 200);

    EXPECT_EQ(line.bodies, (QList<QByteArray>{"signature 1", "signature 2", "signature 3"}));
}

TEST_F(Pacing, whatCannotGetBetterIsNotRepeated)
{
    for (const char *code : {"certificate", "too_large"}) {
        line.steps = {failure(code[0] == 'c' ? Failure::Kind::Unreachable : Failure::Kind::Broken, code), answer(200)};
        EXPECT_EQ(failureOf([&] { return get(); }).code, code);
    }
    EXPECT_EQ(line.sent, 2);
}

TEST_F(Pacing, aRefusalOfTheShopIsAnAnswer)
{
    line.steps = {answer(404)};

    EXPECT_EQ(get().status, 404);
    EXPECT_EQ(line.sent, 1);
}

TEST_F(Pacing, tooManyRequestsWaitsAsLongAsToldForAnyMethod)
{
    line.steps = {answer(429, "7"), answer(201)};

    EXPECT_EQ(post().status, 201);

    EXPECT_EQ(sleeps.front(), 7500); // half a second of spread
}

TEST_F(Pacing, aRetryAfterMayBeADate)
{
    line.steps = {answer(503, "Wed, 02 Jan 2030 12:00:30 GMT"), answer(200)};

    EXPECT_EQ(get().status, 200);

    EXPECT_EQ(sleeps.front(), 30'500);
}

TEST_F(Pacing, withoutRetryAfterThePausesGrow)
{
    line.steps = {answer(429), answer(429), answer(200)};

    EXPECT_EQ(get().status, 200);

    EXPECT_EQ(sleeps.front(), 375);
    EXPECT_GE(now, 375 + 750);
}

TEST_F(Pacing, aLongRetryAfterIsLeftToTheCallerAndCappedAtAnHour)
{
    line.steps = {answer(429, "315360000")};

    const Failure caught = failureOf([&] { return get(); });

    EXPECT_EQ(caught.kind, Failure::Kind::Busy);
    EXPECT_EQ(caught.retryAfterSeconds, 3600);
    EXPECT_EQ(line.sent, 1);
    EXPECT_TRUE(sleeps.empty());
}

TEST_F(Pacing, aBusyShopIsReportedAsBusyInTheEnd)
{
    line.steps = {answer(429, "1")};

    EXPECT_EQ(failureOf([&] { return post(); }).kind, Failure::Kind::Busy);
    EXPECT_EQ(line.sent, 5);
}

TEST_F(Pacing, aWriteMeetingMaintenanceIsRepeatedOnlyWhereItSaysWhen)
{
    line.steps = {answer(503, "1"), answer(200)};
    EXPECT_EQ(post().status, 200);

    line.steps = {answer(503)};
    const Failure caught = failureOf([&] { return post(); });
    EXPECT_EQ(caught.kind, Failure::Kind::Unknown);
    EXPECT_EQ(caught.status, 503);
    EXPECT_EQ(line.sent, 3);
}

TEST_F(Pacing, theLogTellsEveryAttemptAndNoSecret)
{
    line.steps = {answer(500), answer(200)};
    options.log = [this](const QString &text) { lines.append(text); };
    Request request;
    request.url = QStringLiteral("https://shop.example/wp-json/wc/v3/orders");
    request.query = {{QStringLiteral("page"), QStringLiteral("2")},
                     {QStringLiteral("consumer_key"), QStringLiteral("canary")},
                     {QStringLiteral("oauth_signature"), QStringLiteral("canary")},
                     {QStringLiteral("search"), QStringLiteral("canary@example.org")}};
    request.headers = {{"Authorization", "Basic canary"}};

    paced().send(request);

    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0], "GET /wp-json/wc/v3/orders?page=2&consumer_key=…&oauth_signature=…&search=…: 500 (0 ms)");
    EXPECT_FALSE(lines.join(u'\n').contains("canary"));
}

TEST(RetryAfter, readsSecondsAndDatesAndNothingElse)
{
    const QDateTime now({2030, 1, 2}, {12, 0}, Qt::UTC);
    const auto read = [&](const char *text) { return channels::retryAfterSeconds(text, now); };

    EXPECT_EQ(read("0"), 0);
    EXPECT_EQ(read("120"), 120);
    EXPECT_EQ(read("99999999999999999999999"), 3600);
    EXPECT_EQ(read("Wed, 02 Jan 2030 12:01:00 GMT"), 60);
    EXPECT_EQ(read("Wed, 02 Jan 2030 11:00:00 GMT"), 0);
    EXPECT_EQ(read("Sat, 01 Jan 2050 00:00:00 GMT"), 3600);
    EXPECT_EQ(read(""), -1);
    EXPECT_EQ(read("-5"), -1);
    EXPECT_EQ(read("soon"), -1);
}

TEST(Pulse, aCancelEndsASleep)
{
    const std::atomic_bool cancelled = true;
    const Pulse pulse = Pulse::real(&cancelled);

    EXPECT_THROW(pulse.sleep(60'000), Failure);
}
