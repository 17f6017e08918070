#include "support/freshplace.h"

#include <QUuid>

static QString serverUrl() { return qEnvironmentVariable("PURSER_TEST_POSTGRES"); }

sql::Engine FreshPlace::engine()
{
    return qEnvironmentVariable("PURSER_TEST_ENGINE") == QLatin1String("postgresql") ? sql::Engine::Postgres : sql::Engine::Sqlite;
}

sql::Engine FreshPlace::otherEngine() { return engine() == sql::Engine::Sqlite ? sql::Engine::Postgres : sql::Engine::Sqlite; }

bool FreshPlace::hasServer() { return !serverUrl().isEmpty(); }

FreshPlace::FreshPlace(sql::Engine engine)
{
    if (engine == sql::Engine::Sqlite) {
        m_folder = std::make_unique<QTemporaryDir>();
        m_locator.text = m_folder->filePath(QStringLiteral("place.purser"));
        return;
    }
    const QString name = QStringLiteral("place_") + QUuid::createUuid().toString(QUuid::Id128);
    sql::Connection::open({serverUrl()}).script(("CREATE DATABASE " + name).toStdString());
    m_locator.text = serverUrl().left(serverUrl().lastIndexOf(u'/') + 1) + name;
}

FreshPlace::~FreshPlace()
{
    if (m_folder)
        return;
    const QString name = m_locator.name();
    sql::Connection::open({serverUrl()}).script(("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)").toStdString());
}
