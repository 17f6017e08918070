#include "scriptedhttp.h"

#include <QFile>
#include <gtest/gtest.h>

using channels::Failure;
using channels::Request;
using channels::Response;

Response ScriptedHttp::send(const Request &request)
{
    requests.push_back(request);
    if (check)
        check(request);
    if (m_steps.empty()) {
        ADD_FAILURE() << "unexpected request: " << request.method.constData() << " " << qPrintable(request.url) << " "
                      << request.body.left(2000).constData();
        throw Failure(Failure::Kind::Broken, "the test has no answer");
    }
    const Step step = std::move(m_steps.front());
    m_steps.pop_front();
    return step(request);
}

ScriptedHttp &ScriptedHttp::then(Step step)
{
    m_steps.push_back(std::move(step));
    return *this;
}

ScriptedHttp &ScriptedHttp::then(Response answer)
{
    return then([answer](const Request &) { return answer; });
}

ScriptedHttp &ScriptedHttp::thenFails(Failure::Kind kind)
{
    return then([kind](const Request &) -> Response { throw Failure(kind, "by the test"); });
}

Response answer(QByteArray body, int status, std::vector<std::pair<QByteArray, QByteArray>> headers)
{
    return {status, std::move(headers), std::move(body)};
}

Response answer(const Json &body, int status, std::vector<std::pair<QByteArray, QByteArray>> headers)
{
    return answer(body.toJson(), status, std::move(headers));
}

QByteArray fileText(const QString &path)
{
    QFile file(QStringLiteral(PURSER_SOURCE_DIR "/tests/channels/") + path);
    if (!file.open(QIODevice::ReadOnly))
        ADD_FAILURE() << "cannot read " << qPrintable(file.fileName());
    return file.readAll();
}

Json fileJson(const QString &path)
{
    const auto json = Json::parse(fileText(path));
    EXPECT_TRUE(json) << qPrintable(path);
    return json ? *json : Json();
}

Response recordedAnswer(const QString &path)
{
    const Json exchange = fileJson(path);
    Response response;
    response.status = int(exchange["status"].toInteger());
    for (const auto &[name, value] : exchange["headers"].members())
        response.headers.emplace_back(name.toLatin1().toLower(), value.text().toUtf8());
    response.body = exchange["body"].isString() ? exchange["body"].text().toUtf8() : exchange["body"].toJson();
    return response;
}

Json jsonText(const char *text)
{
    const auto json = Json::parse(QByteArray(text).replace('\'', '"'));
    EXPECT_TRUE(json) << text;
    return json ? *json : Json();
}

QString queryOf(const Request &request, const QString &name)
{
    for (const auto &[key, value] : request.query)
        if (key == name)
            return value;
    return {};
}
