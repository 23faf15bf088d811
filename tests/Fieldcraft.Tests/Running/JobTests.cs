using Fieldcraft.Persistence.Rows;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Mail;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Running;

public sealed class JobTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_letter_in_the_outbox_is_sent_once_and_its_text_leaves_the_queue(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await QueueLetterAsync(app);

        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);

        (await FolderMailer.ListAsync(app.Settings, CancellationToken.None))
            .ShouldHaveSingleItem()
            .To.ShouldBe("amira@meridian-post.example");
        var row = await app.InDatabaseAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id));
        row.DoneAt.ShouldNotBeNull();
        row.Payload.ShouldBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task Two_nodes_do_not_run_the_same_job(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        for (var i = 0; i < 20; i++)
        {
            await QueueLetterAsync(app);
        }

        var two = ActivatorUtilities.CreateInstance<JobRunner>(app.Application.Services);
        var done = await Task.WhenAll(app.Get<JobRunner>().RunDueAsync(CancellationToken.None), two.RunDueAsync(CancellationToken.None));

        var attempts = await app.InDatabaseAsync(db =>
            db.Jobs.AsNoTracking().Where(j => j.Kind == Post.JobKind).Select(j => j.Attempts).ToListAsync()
        );
        attempts.ShouldAllBe(a => a == 1);
        done.Sum().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_letter_waits_while_the_mail_server_is_down_and_goes_when_it_is_back(Database database)
    {
        var mailer = new MoodyMailer();
        await using var app = await TestApp.StartAsync(database, also: builder => builder.Services.AddSingleton<IMailer>(mailer));
        var id = await QueueLetterAsync(app);
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        (await app.InDatabaseAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id))).Error.ShouldBe(nameof(IOException));

        mailer.Works = true;
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);

        mailer.Sent.ShouldBe(1);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_job_whose_node_died_is_taken_up_when_its_claim_runs_out(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await QueueLetterAsync(app, claimedUntil: app.Clock.GetUtcNow().AddMinutes(5));
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        (await FolderMailer.ListAsync(app.Settings, CancellationToken.None)).ShouldBeEmpty();

        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);

        (await FolderMailer.ListAsync(app.Settings, CancellationToken.None)).ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    private static Task<Guid> QueueLetterAsync(TestApp app, DateTimeOffset? claimedUntil = null) =>
        app.InDatabaseAsync(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var row = new JobRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = Post.JobKind,
                Key = Guid.CreateVersion7(now).ToString("n"),
                Payload = app.Get<Envelopes>().Close(new Letter("amira@meridian-post.example", "Hello", "Text")),
                DueAt = now,
                ClaimedUntil = claimedUntil,
            };
            db.Enqueue(row);
            await db.SaveChangesAsync();
            return row.Id;
        });

    private sealed class MoodyMailer : IMailer
    {
        public bool Works { get; set; }

        public int Sent { get; private set; }

        public Task SendAsync(Guid id, Letter letter, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (!Works)
            {
                throw new IOException("The mail server is down.");
            }

            Sent++;
            return Task.CompletedTask;
        }
    }
}
