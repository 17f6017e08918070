#include "gui/bind/notice.h"
#include "testdesk.h"

#include <QLabel>
#include <QSignalSpy>
#include <QThread>
#include <QToolButton>

TEST(Desk, aQuestionRunsOnAnotherThreadAndItsAnswerComesBackToTheWindow)
{
    TestDesk company;
    QObject window;
    QThread *asked = nullptr, *answered = nullptr;
    qint64 answer = 0;

    company.desk.askLater(
        &window,
        [&](Tx &tx) {
            asked = QThread::currentThread();
            return tx.number("SELECT 42");
        },
        [&](Result<qint64> result) {
            answered = QThread::currentThread();
            answer = *result;
        });

    ASSERT_TRUE(soon([&] { return answer == 42; }));
    EXPECT_NE(asked, QThread::currentThread());
    EXPECT_EQ(answered, QThread::currentThread());
}

TEST(Desk, anAnswerForAWindowThatIsGoneIsDropped)
{
    TestDesk company;
    bool answered = false;
    {
        QObject window;
        company.desk.askLater(
            &window, [](Tx &tx) { return tx.number("SELECT 42"); }, [&](Result<qint64>) { answered = true; });
    }

    QTest::qWait(100);

    EXPECT_FALSE(answered);
}

TEST(Desk, workInTheBackgroundIsDoneInTheNameOfThePersonAndAtTheDesksTime)
{
    TestDesk company;
    QObject window;
    QString actor;
    Instant when;

    company.desk.askLater(
        &window, [](Tx &tx) { return std::pair(tx.scene().actor, tx.now()); },
        [&](Result<std::pair<QString, Instant>> answer) { std::tie(actor, when) = *answer; });

    ASSERT_TRUE(soon([&] { return !actor.isEmpty(); }));
    EXPECT_EQ(actor, "clerk");
    EXPECT_EQ(when, company.now);
}

TEST(Desk, severalChangesInOneGoAreToldOnce)
{
    TestDesk company;
    QSignalSpy changed(&company.desk, &Desk::changed);

    for (const char *name : {"Acme", "Bolt", "Cord"}) {
        Party party;
        party.name = QString::fromLatin1(name);
        ASSERT_TRUE(company.desk.perform(saveParty, party));
    }

    settle();
    EXPECT_EQ(changed.count(), 1);
}

TEST(Desk, aRefusalChangesNothingAndIsNotTold)
{
    TestDesk company;
    QSignalSpy changed(&company.desk, &Desk::changed);

    EXPECT_FALSE(company.desk.perform(saveParty, Party()));

    settle();
    EXPECT_EQ(changed.count(), 0);
}

TEST(Notice, showsTheReasonAndWhatToDoAboutIt)
{
    Notice notice;

    notice.refusal(refuse(QStringLiteral("x"), QStringLiteral("No stock."), QStringLiteral("Receive goods.")));

    EXPECT_EQ(notice.text(), "No stock.\nReceive goods.");
    EXPECT_EQ(notice.accessibleName(), notice.text());
    EXPECT_TRUE(notice.isVisibleTo(nullptr));
}

TEST(Notice, doesNotTakeTheKeyboardAway)
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *notice = new Notice;
    auto *edit = new QLineEdit;
    column->addWidget(notice);
    column->addWidget(edit);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    edit->setFocus();

    notice->good(QStringLiteral("Saved."));
    settle();

    EXPECT_TRUE(edit->hasFocus());
}

TEST(Notice, offersSomethingThatIsDoneOnce)
{
    Notice notice;
    int done = 0;
    notice.offer(QStringLiteral("Removed."), QStringLiteral("Undo"), [&] { ++done; });
    auto *undo = notice.findChild<QToolButton *>(QStringLiteral("noticeAction"));

    undo->click();

    EXPECT_EQ(done, 1);
    EXPECT_TRUE(notice.text().isEmpty());
}

TEST(Notice, aPlainMessageTakesAnOldOfferAway)
{
    Notice notice;
    notice.offer(QStringLiteral("Removed."), QStringLiteral("Undo"), [] {});

    notice.good(QStringLiteral("Saved."));

    EXPECT_FALSE(notice.findChild<QToolButton *>(QStringLiteral("noticeAction"))->isVisibleTo(&notice));
}
