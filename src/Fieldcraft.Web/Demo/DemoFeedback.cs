using Fieldcraft.Domain.Feedback;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Feedback;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>Questions about one behaviour to one person: answered, silently declined, run out or still open.</summary>
internal static class DemoFeedback
{
    private const int ReadAfterDays = 2;
    private static readonly FeedbackWay[] Ways = [FeedbackWay.Link, FeedbackWay.Code, FeedbackWay.HandedOver, FeedbackWay.Link];

    public static void Tell(DemoAuthor author, IReadOnlyList<ToldExperiment> experiments)
    {
        foreach (var (told, about) in experiments.SelectMany(e => e.Told.Feedback.Select(f => (f, e))).OrderBy(x => x.f.Day))
        {
            Ask(author, about, told);
        }
    }

    private static void Ask(DemoAuthor author, ToldExperiment about, StoryFeedback told)
    {
        var calendar = author.Calendar;
        var owner = author.Leader.Person.Id;
        var at = calendar.On(told.Day, about.Experiment.DoneAt ?? about.Experiment.PlannedAt);
        var marks = new GiverMarks(Vault.Mark(author.Keys.Of(owner), "giver name", GiverMarks.Normalise(told.From)), null);
        if (!author.MayAsk(marks, at))
        {
            return;
        }

        var id = author.Id<FeedbackRequestId>(at, $"feedback/{told.Day}/{told.From}");
        var document = author.Document(id.Value, at);
        var secret = Secrets.New();
        var link = new FeedbackLink(Secrets.Text(secret), Secrets.Hash(secret), document.WrapForLink(secret));
        var question = new FeedbackQuestion(about.Behaviour.Text, about.Told.Situation ?? about.Told.What, told.From);
        var way = told.Open || told.Declined ? FeedbackWay.Link : author.Chance.Of(Ways);
        var request = FeedbackRequest.Ask(
            id,
            owner,
            about.Experiment.Id,
            way,
            question,
            marks,
            link,
            author.Rules.Feedback,
            document.Sealer,
            at
        );
        if (told.Declined)
        {
            request.Decline(calendar.On(told.Day, at));
        }
        else if (!told.Open && (told.Keep ?? told.Change) is not null)
        {
            var answered = calendar.On(way == FeedbackWay.Link ? Math.Min(told.Day + 1, 0) : told.Day, at);
            request.Answer(told.Keep, told.Change, document.Sealer, answered);
            if (calendar.Now - answered > TimeSpan.FromDays(ReadAfterDays))
            {
                request.Read(answered.AddHours(author.Chance.From(1, 20)));
            }
        }

        request.Expire(calendar.Now);
        author.Rows.Requests.Add(request);
        if (request.AnsweredAt is null && request.ExpiresAt > calendar.Now)
        {
            author.Rows.Jobs.Add(
                new JobRow
                {
                    Id = author.Id<FeedbackRequestId>(at, $"expire/{told.Day}/{told.From}").Value,
                    Kind = ExpireFeedback.JobKind,
                    Key = id.Value.ToString("n"),
                    Payload = id.Value.ToString("D"),
                    DueAt = request.ExpiresAt,
                }
            );
        }
    }
}
