using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Rhythm.Mailing;

namespace Fieldcraft.Web.Features.Rhythm.Nudging;

/// <summary>The letter of one nudge: a sentence, and a link where its one action can be done.</summary>
internal sealed class NudgeMail(RhythmMail mail, NudgeTickets tickets, Rules rules)
{
    public void Send(Nudge nudge, Addressee to, DateTimeOffset now)
    {
        var ticket = tickets.Ticket(nudge.Id, now.AddDays(rules.Rhythm.NudgeLinkDays));
        mail.Send(
            to,
            RhythmNotices.Nudge.Key,
            "nudge.mail",
            $"nudge.{nudge.Id.Value:n}",
            mail.WordsOf(to)[$"nudge.step.{nudge.Step}"],
            mail.Address(RhythmLinks.Nudge(ticket)),
            nudge.Takes,
            mail.Address(RhythmLinks.Rhythm)
        );
    }
}
