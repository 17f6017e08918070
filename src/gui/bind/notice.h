#pragma once

#include "base/result.h"

#include <QFrame>
#include <functional>

class QLabel;
class QToolButton;

/// A bar above a list or form that says what happened. It stands in the layout, covers nothing and never takes the keyboard.
class Notice : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Info, Good, Warning, Bad };

    explicit Notice(QWidget *parent = nullptr);
    void say(Tone tone, const QString &text);
    void good(const QString &text) { say(Tone::Good, text); }
    void refusal(const Error &error);
    /// With something that can be done about it, such as Undo.
    void offer(const QString &text, const QString &action, std::function<void()> act);
    void clear();
    QString text() const;

    /// Shows the error, if there is one. Gives back whether it went well.
    template <class T> bool tell(const Result<T> &result, const QString &done = {})
    {
        if (!result)
            refusal(result.error());
        else if (!done.isEmpty())
            good(done);
        else
            clear();
        return bool(result);
    }

private:
    void changeEvent(QEvent *event) override;
    void paintIcon();

    Tone m_tone = Tone::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_action;
    QToolButton *m_close;
    std::function<void()> m_act;
};
