#pragma once

#include "base/json.h"
#include "channels/http.h"

#include <deque>
#include <functional>

/// Answers requests from a list, in order, and keeps them. A request too many is an error of the test.
class ScriptedHttp : public channels::Http {
public:
    using Step = std::function<channels::Response(const channels::Request &)>;

    channels::Response send(const channels::Request &request) override;

    ScriptedHttp &then(Step step);
    ScriptedHttp &then(channels::Response answer);
    ScriptedHttp &thenFails(channels::Failure::Kind kind);

    std::vector<channels::Request> requests;
    std::function<void(const channels::Request &)> check; ///< called with each request
    size_t left() const { return m_steps.size(); }

private:
    std::deque<Step> m_steps;
};

channels::Response answer(const Json &body, int status = 200, std::vector<std::pair<QByteArray, QByteArray>> headers = {});
channels::Response answer(QByteArray body, int status = 200, std::vector<std::pair<QByteArray, QByteArray>> headers = {});

/// A file below tests/channels.
QByteArray fileText(const QString &path);
Json fileJson(const QString &path);
/// The answer of a recorded exchange: status, headers and body.
channels::Response recordedAnswer(const QString &path);

Json jsonText(const char *text);                                        ///< JSON written in a test; ' stands for "
QString queryOf(const channels::Request &request, const QString &name); ///< empty if it is not there
