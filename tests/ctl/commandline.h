#pragma once

#include "apps/ctl/call.h"
#include "support/testcompany.h"

/// What one call of purserctl said.
struct Said {
    int exit = -1;
    QString out;
    QString err;

    Json json() const; ///< fails the test if the output is no JSON document
    QString code() const { return json()["error"]["code"].text(); }
};

/// Runs one command line, as a person types it ("…" keeps words together).
Said purserctl(const QString &line, const QByteArray &input = {}, const ctl::Surroundings &surroundings = {});

/// A company that is worked on by the command line alone.
struct CommandCompany : TestCompany {
    CommandCompany();
    /// The command on this company, with its clock.
    Said say(const QString &line, const QByteArray &input = {});
    /// The same with --json; it must be done.
    Json ask(const QString &line, const QByteArray &input = {});
    /// The code of a refusal, with exit status 1.
    QString refused(const QString &line, const QByteArray &input = {});
    /// Writes a file into the test's own folder; gives back its path.
    QString file(const char *name, const QByteArray &bytes);
    /// A mug at 10.00, 20 on the shelf at 4.00 each; a customer ACME with 30 days.
    void furnish();
    /// An order of so many mugs by ACME, confirmed; gives back its number.
    QString order(int mugs);

    QTemporaryDir folder;
};
