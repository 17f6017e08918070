#include "support/tlsfiles.h"
#include "testserver.h"

#include <QTemporaryDir>
#include <openssl/ssl.h>

namespace {

/// Somebody who trusts one certificate and speaks TLS up to a version.
class TlsWire {
public:
    TlsWire(int port, const QString &trusted, int newest = TLS1_3_VERSION) : m_wire(port), m_context(SSL_CTX_new(TLS_client_method()))
    {
        SSL_CTX_set_security_level(m_context, 0); // so that this side would speak the old ones
        SSL_CTX_set_max_proto_version(m_context, newest);
        SSL_CTX_load_verify_file(m_context, QFile::encodeName(trusted).constData());
        SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
        m_ssl = SSL_new(m_context);
        SSL_set_fd(m_ssl, m_wire.socketNumber());
        m_connected = SSL_connect(m_ssl) == 1;
    }
    ~TlsWire()
    {
        SSL_free(m_ssl);
        SSL_CTX_free(m_context);
    }
    Q_DISABLE_COPY_MOVE(TlsWire)

    bool isConnected() const { return m_connected; }
    QByteArray version() const { return SSL_get_version(m_ssl); }
    QByteArray ask(const QByteArray &text)
    {
        SSL_write(m_ssl, text.constData(), int(text.size()));
        QByteArray heard;
        char buffer[4096];
        for (int count = 0; (count = SSL_read(m_ssl, buffer, sizeof buffer)) > 0;)
            heard.append(buffer, count);
        m_saidGoodBye = SSL_get_error(m_ssl, 0) == SSL_ERROR_ZERO_RETURN;
        return heard;
    }
    bool saidGoodBye() const { return m_saidGoodBye; } ///< the end was an end and nothing was cut off

private:
    Wire m_wire;
    SSL_CTX *m_context;
    SSL *m_ssl = nullptr;
    bool m_connected = false;
    bool m_saidGoodBye = false;
};

struct TlsServer {
    QTemporaryDir folder;
    TlsFiles files = makeCertificate(folder.path(), "127.0.0.1");
    std::unique_ptr<TestServer> server;

    explicit TlsServer(web::Options options = {})
    {
        options.certificate = files.certificate;
        options.privateKey = files.key;
        server = std::make_unique<TestServer>(options, [](const web::Request &request) {
            return web::Response::plain(request.encrypted ? QStringLiteral("encrypted %1").arg(request.body.size()) : QStringLiteral("in clear"));
        });
    }
    int port() const { return server->server.port(); }
};

const QByteArray request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

} // namespace

TEST(WebTls, speaksTheNewVersionsOnly)
{
    TlsServer tls;
    TlsWire newest(tls.port(), tls.files.certificate), older(tls.port(), tls.files.certificate, TLS1_2_VERSION);

    EXPECT_EQ(newest.version(), "TLSv1.3");
    EXPECT_EQ(older.version(), "TLSv1.2");
    for (TlsWire *wire : {&newest, &older}) {
        const QByteArray heard = wire->ask(request);
        EXPECT_EQ(bodyOf(heard), "encrypted 0");
        EXPECT_TRUE(heard.contains("\r\nStrict-Transport-Security: max-age=31536000\r\n"));
        EXPECT_TRUE(wire->saidGoodBye());
    }
    EXPECT_FALSE(TlsWire(tls.port(), tls.files.certificate, TLS1_1_VERSION).isConnected());
    EXPECT_FALSE(TlsWire(tls.port(), tls.files.certificate, TLS1_VERSION).isConnected());
}

TEST(WebTls, takesLargeBodiesAndRefusesTooLargeOnes)
{
    TlsServer tls;
    const auto posted = [&](qsizetype bytes) {
        TlsWire wire(tls.port(), tls.files.certificate);
        return wire.ask("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: " + QByteArray::number(bytes) + "\r\n\r\n"
                        + QByteArray(bytes, 'a'));
    };
    EXPECT_EQ(bodyOf(posted(1024 * 1024)), "encrypted 1048576");
    EXPECT_EQ(statusOf(posted(1024 * 1024 + 1)), "413");
}

TEST(WebTls, whoSpeaksInClearGetsNoAnswerInHttp)
{
    TlsServer tls;

    const QByteArray heard = tls.server->ask(request);

    EXPECT_FALSE(heard.contains("HTTP/")) << heard.constData();
    EXPECT_EQ(bodyOf(TlsWire(tls.port(), tls.files.certificate).ask(request)), "encrypted 0");
}

TEST(WebTls, whoNeverFinishesTheHandshakeIsCutOff)
{
    web::Options options;
    options.limits.headTime = std::chrono::milliseconds(200);
    TlsServer tls(options);

    EXPECT_EQ(tls.server->ask(""), "");
    EXPECT_EQ(tls.server->ask(QByteArray("\x16\x03\x01\x02\x00\x01", 6)), "");
    EXPECT_TRUE(tls.server->hasConnections(0));
}

TEST(WebTls, aCertificateThatCannotBeUsedIsSaidAtOnce)
{
    QTemporaryDir folder;
    const TlsFiles files = makeCertificate(folder.path(), "127.0.0.1");
    const auto code = [&](const QString &certificate, const QString &key) {
        web::Options options;
        options.address = QStringLiteral("0.0.0.0");
        options.certificate = certificate;
        options.privateKey = key;
        web::Server server(options, []() -> Result<web::Handler> { return web::Handler(TestServer::said); });
        const auto started = server.start();
        return started ? QStringLiteral("(started)") : started.error().code;
    };
    EXPECT_EQ(code(files.certificate, files.certificate), "certificate");
    EXPECT_EQ(code(files.key, files.key), "certificate");
    EXPECT_EQ(code(folder.filePath("none.pem"), files.key), "certificate");
    EXPECT_EQ(code(files.certificate, {}), "certificate");
    EXPECT_EQ(code(files.certificate, files.key), "(started)") << "with TLS it may be reached from anywhere";
}
