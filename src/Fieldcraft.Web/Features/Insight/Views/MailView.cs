using System.Globalization;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Rhythm.Mailing;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Insight.Views;

/// <summary>
/// Mails one kept view that is due, as its owner would see it now. Who may not read Insight is sent nothing, and told so once. What cannot be printed is tried again with
/// growing pauses; the view stays as it is until it went.
/// </summary>
internal sealed class MailView(
    FieldcraftDb db,
    ViewerQueries viewers,
    InsightDesk desk,
    PaperForReader paper,
    IPdfPrinter printer,
    Post post,
    Notices notices,
    Settings settings,
    TimeProvider clock
) : IJob
{
    public const string JobKind = "insight.mail_view";

    public string Kind => JobKind;

    /// <exception cref="NotPrintedException">The printer refused.</exception>
    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = KeptViewId.From(Guid.Parse(job.Payload!, CultureInfo.InvariantCulture));
        if (
            await db.KeptViews.FirstOrDefaultAsync(v => v.Id == id, cancellationToken) is not { } kept
            || await viewers.ByPerson(db, kept.OwnerId, cancellationToken) is not { Status: PersonStatus.Active } owner
            || await db.People.Where(p => p.Id == owner.Id).Select(p => p.Email).FirstAsync(cancellationToken) is not { } address
        )
        {
            return;
        }

        var now = clock.GetUtcNow();
        var viewer = ViewerQueries.ToViewer(owner);
        if (await desk.OpenAsync(viewer, InsightQuery.Of(kept.Choice), cancellationToken) is not { } view)
        {
            if (kept.HoldBack(now))
            {
                notices.Tell(owner.Id, InsightNotices.HeldBack, InsightLinks.Change(id));
                await db.TrySaveAsync(cancellationToken);
            }

            return;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TellByMail.ZoneOf(owner.TimeZone)).DateTime);
        if (view.Round is not { } round || !InsightSheets.IsCounted(view, kept.Measure))
        {
            return;
        }

        var quarter = new Quarter(round.From);
        if (!kept.IsDue(quarter, today))
        {
            return;
        }

        var html = await paper.RenderAsync(viewer, TableFiles.Document, words => InsightSheets.ForPaper(view, kept.Measure, words), "a4");
        var pdf = await printer.PrintAsync(html, cancellationToken);
        if (pdf.Refusal is { } refusal)
        {
            throw new NotPrintedException(refusal.Code);
        }

        post.SendEnclosing(
            new Enclosure($"insight-{quarter.Name}.pdf", "application/pdf", pdf.Value!),
            address,
            viewer.Language,
            viewer.TimeZone,
            "insight.view.mail",
            kept.Name,
            quarter.Name,
            settings.PublicAddress + InsightLinks.Kept(kept),
            settings.PublicAddress + InsightLinks.Change(id)
        );
        kept.NoteMail(quarter, today, now);

        // Letter and note are one save: where the view was changed or mailed meanwhile, neither is kept.
        await db.TrySaveAsync(cancellationToken);
    }
}

/// <summary>There is no PDF now; a later try may make one.</summary>
internal sealed class NotPrintedException(string code) : Exception($"The printer refused: {code}.");
