#include "core/verify/verify.h"

#include "core/verify/checks.h"

#include <QCoreApplication>

using namespace verifying;

static QString tr(const char *text) { return QCoreApplication::translate("Verify", text); }

Verification verify(Tx &tx, const std::optional<Seal> &seal, const std::function<void(const QString &)> &progress)
{
    Findings findings(tx, seal);
    const std::pair<const char *, void (*)(Findings &)> parts[] = {{QT_TRANSLATE_NOOP("Verify", "Journal and chain"), checkChain},
                                                                   {QT_TRANSLATE_NOOP("Verify", "Open items"), checkOpenItems},
                                                                   {QT_TRANSLATE_NOOP("Verify", "Stock"), checkStock},
                                                                   {QT_TRANSLATE_NOOP("Verify", "Documents"), checkDocuments}};
    for (const auto &[name, check] : parts) {
        if (progress)
            progress(tr(name));
        check(findings);
    }
    return std::move(findings.result);
}

Result<Verification> verifyCompany(Session &session, const std::function<void(const QString &)> &progress)
{
    const auto seal = readSeal(session.locator(), session.scene().companyUid);
    const std::optional<Seal> known = seal ? *seal : std::nullopt;
    auto result = session.ask([&](Tx &tx) { return verify(tx, known, progress); });
    if (result && !seal)
        result->differences.push_back({QStringLiteral("seal"), seal.error().text});
    return result;
}
