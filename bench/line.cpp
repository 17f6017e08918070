#include "line.h"

#include "channels/woocommerce/signature.h"

#include <QFile>
#include <QRandomGenerator>
#include <QUrlQuery>

namespace bench {
namespace {

Instant now() { return Instant::of(QDateTime::currentDateTimeUtc()); }

QByteArray nonce(int count)
{
    QByteArray bytes(count, '\0');
    for (char &byte : bytes)
        byte = char(QRandomGenerator::global()->bounded(256));
    return bytes;
}

channels::Request signedAnew(const QByteArray &keptLine)
{
    const QByteArrayList parts = keptLine.split('\t');
    channels::Request request;
    request.method = parts[0];
    request.url = QString::fromUtf8(parts[1]);
    request.body = parts[3];
    std::vector<std::pair<QString, QString>> query;
    for (const auto &[name, value] : QUrlQuery(QString::fromUtf8(parts[2])).queryItems(QUrl::FullyDecoded))
        query.emplace_back(name, value);
    request.query =
        channels::woocommerce::signedQuery(request.method, request.url, query, {storeKey, storeSecret, now().micros / 1'000'000, nonce(16).toHex()});
    return request;
}

} // namespace

channels::Response Line::send(const channels::Request &request)
{
    ++m_requests;
    if (m_keeps) {
        auto query = request.query;
        std::erase_if(query, [](const auto &one) { return one.first.startsWith(QLatin1String("oauth_")); });
        m_kept += request.method + '\t' + request.url.toUtf8() + '\t' + encodeQuery(query) + '\t' + request.body + '\n';
    }
    return m_network.send(request);
}

bool Line::save(const QString &file) const
{
    QFile out(file);
    return out.open(QFile::WriteOnly) && out.write(m_kept) == m_kept.size();
}

Shop::Shop(const Channel &channel, bool keeps) : m_line(keeps)
{
    channels::Access access;
    access.url = channel.url;
    access.secrets = {storeKey, storeSecret};
    access.currency = channel.currency;
    access.clock = now;
    access.random = nonce;
    const channels::Kind *kind = channels::findKind(channel.kind);
    if (!kind)
        qFatal("this build speaks with no %s shop", qPrintable(channel.kind));
    m_connector = kind->open(m_line, std::move(access));
}

int replay(const QString &file)
{
    QFile in(file);
    if (!in.open(QFile::ReadOnly))
        return -1;
    channels::NetworkHttp network{channels::NetworkHttp::Options()};
    int requests = 0;
    while (!in.atEnd()) {
        QByteArray line = in.readLine();
        line.chop(1);
        if (network.send(signedAnew(line)).status != 200)
            return -1;
        ++requests;
    }
    return requests;
}

} // namespace bench
