#pragma once

#include "sql/connection.h"

#include <QTemporaryDir>
#include <memory>

/// A place where no company is yet: a file that does not exist, or an empty database; on the engine that is asked for. Gone with the object.
class FreshPlace {
public:
    explicit FreshPlace(sql::Engine engine);
    ~FreshPlace();
    Q_DISABLE_COPY_MOVE(FreshPlace)

    /// The engine that PURSER_TEST_ENGINE names, and the other one.
    static sql::Engine engine();
    static sql::Engine otherEngine();
    /// Whether there is a PostgreSQL to test on.
    static bool hasServer();

    const sql::Locator &locator() const { return m_locator; }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    sql::Locator m_locator;
};
