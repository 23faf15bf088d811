using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Documents;

/// <summary>
/// Prints with the system's Chromium. One process, started at the first page, kept warm for some minutes and ended with the server. The page
/// goes in and the PDF comes out through a pipe: private text is on no disk and on no command line, and the process has no network.
/// </summary>
public sealed partial class ChromiumPrinter(TimeProvider clock, ILogger<ChromiumPrinter> log) : IPdfPrinter, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan KeptWarm = TimeSpan.FromMinutes(5);

    // One page at a time: a print takes a fraction of a second, and a second process costs more memory than the wait is worth.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ChromiumProcess? _process;
    private ITimer? _closing;

    public async Task<Outcome<byte[]>> PrintAsync(string html, PaperAim aim, CancellationToken cancellationToken)
    {
        if (ChromiumProcess.Program is not { } program)
        {
            return new Refusal("pdf-unavailable");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await _turn.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Refusal("pdf-not-made");
        }

        try
        {
            // A process that died since the last page is only noticed by talking to it; then a fresh one gets the page once more.
            var pdf = await TryPrintAsync(program, html, aim, limit.Token) ?? await TryPrintAsync(program, html, aim, limit.Token);
            return pdf is null ? new Refusal("pdf-not-made") : pdf;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The running process, if there is one.</summary>
    internal int? ProcessId => _process?.Id;

    private async Task<byte[]?> TryPrintAsync(string program, string html, PaperAim aim, CancellationToken cancellationToken)
    {
        try
        {
            return await PrintInTurnAsync(program, html, aim, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or ChromiumException)
        {
            LogNotMade(log, failure.GetType().Name);
            await CloseAsync();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closing is not null)
        {
            await _closing.DisposeAsync();
        }

        await CloseAsync();
        _turn.Dispose();
    }

    private async Task<byte[]> PrintInTurnAsync(string program, string html, PaperAim aim, CancellationToken cancellationToken)
    {
        if (_process is { HasEnded: true })
        {
            await CloseAsync();
        }

        _process ??= ChromiumProcess.Start(program);
        var context = await _process.AskAsync("Target.createBrowserContext", new() { ["disposeOnDetach"] = true }, null, cancellationToken);
        var contextId = (string)context["browserContextId"]!;
        try
        {
            return await PrintInAsync(_process, contextId, html, aim, cancellationToken);
        }
        finally
        {
            // Not waited for with the request's patience: the page goes even when whoever asked has left.
            if (_process is { HasEnded: false } running)
            {
                using var patience = new CancellationTokenSource(Farewell);
                await running.AskAsync("Target.disposeBrowserContext", new() { ["browserContextId"] = contextId }, null, patience.Token);
            }

            _closing ??= clock.CreateTimer(_ => _ = CloseIdleAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _closing.Change(KeptWarm, Timeout.InfiniteTimeSpan);
        }
    }

    private static async Task<byte[]> PrintInAsync(
        ChromiumProcess chromium,
        string contextId,
        string html,
        PaperAim aim,
        CancellationToken cancellationToken
    )
    {
        var target = await chromium.AskAsync(
            "Target.createTarget",
            new() { ["url"] = "about:blank", ["browserContextId"] = contextId },
            null,
            cancellationToken
        );
        var attached = await chromium.AskAsync(
            "Target.attachToTarget",
            new() { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true },
            null,
            cancellationToken
        );
        var session = (string)attached["sessionId"]!;
        await chromium.AskAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true }, session, cancellationToken);
        await chromium.AskAsync("Network.enable", [], session, cancellationToken);
        await chromium.AskAsync("Network.setBlockedURLs", new() { ["urls"] = new JsonArray("*") }, session, cancellationToken);
        var frames = await chromium.AskAsync("Page.getFrameTree", [], session, cancellationToken);
        var frame = (string)frames["frameTree"]!["frame"]!["id"]!;
        await chromium.AskAsync("Page.setDocumentContent", new() { ["frameId"] = frame, ["html"] = html }, session, cancellationToken);
        byte[] pdf = [];
        foreach (var size in aim.Sizes)
        {
            var printed = await chromium.AskAsync(
                "Page.printToPDF",
                new()
                {
                    ["preferCSSPageSize"] = true,
                    ["printBackground"] = true,
                    ["generateTaggedPDF"] = true,
                    ["scale"] = size,
                },
                session,
                cancellationToken
            );
            var made = Convert.FromBase64String((string)printed["data"]!);
            if (PagesOf(made) <= aim.Pages)
            {
                return made;
            }

            pdf = pdf.Length == 0 || size >= 1 ? made : pdf;
        }

        return pdf;
    }

    /// <summary>How many pages a PDF has, by its page objects.</summary>
    internal static int PagesOf(byte[] pdf) => Page().Count(System.Text.Encoding.Latin1.GetString(pdf));

    private async Task CloseIdleAsync()
    {
        if (await _turn.WaitAsync(TimeSpan.Zero))
        {
            try
            {
                await CloseAsync();
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    private async Task CloseAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }
    }

    [GeneratedRegex(@"/Type\s*/Page(?![a-zA-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [LoggerMessage(LogLevel.Warning, "A PDF was not made: {Reason}.")]
    private static partial void LogNotMade(ILogger log, string reason);
}
